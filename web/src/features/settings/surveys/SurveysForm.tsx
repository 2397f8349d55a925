/** The settings as one draft: who is asked and when, beside what that comes to; and the words, beside the page they make. */
import { Button } from '@mantine/core';
import type { SurveySettings } from '@watchdesk/domain/survey';
import { useState } from 'react';
import { useFaultFocus } from '../../../account/index.ts';
import { ErrorState, Panel, problemOf } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { words } from './messages.ts';
import { type Form, settingsIn, surveysInWords } from './survey-form.ts';
import own from './surveys.module.css';
import { useSaveSurveys } from './use-surveys.ts';
import { WhenFields } from './WhenFields.tsx';
import { Wording } from './Wording.tsx';

export function SurveysForm({ saved }: { saved: { settings: SurveySettings; version: number; pages: string } }) {
  const [form, setForm] = useState<Form>(saved.settings);
  const save = useSaveSurveys();
  const ref = useFaultFocus(save.error);
  const faults = save.error ? problemOf(save.error).fields : [];
  const faultOf = (field: string) => faults.find((one) => one.field === `settings.${field}`)?.message;
  const change = (next: Form) => {
    save.reset();
    setForm(next);
  };
  const isOther = JSON.stringify(form) !== JSON.stringify(saved.settings);
  return (
    <form
      ref={ref}
      noValidate
      className={classes['page']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ settings: settingsIn(form), base: saved.version }, { onSuccess: ({ settings }) => setForm(settings) });
      }}
    >
      <Panel title={words.when} sentence={words.pages(saved.pages)}>
        <WhenFields form={form} faultOf={faultOf} onChange={change} />
        <p className={own['means']} role="status">
          <b>{words.means}</b> {surveysInWords(form)}
        </p>
      </Panel>
      <Panel title={words.wording} sentence={words.wordingSentence}>
        <Wording form={form} isSaved={!isOther} faultOf={faultOf} onChange={change} />
      </Panel>
      {save.error && faults.length === 0 && <ErrorState error={save.error} compact />}
      <div className={own['save']}>
        {save.isSuccess && !isOther && <span role="status">{words.saved}</span>}
        <Button type="submit" disabled={!isOther} loading={save.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
