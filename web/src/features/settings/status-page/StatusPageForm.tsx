/** The settings as one draft, beside the page that they make. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFaultFocus } from '../../../account/index.ts';
import { ErrorState, Panel, problemOf } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { ComponentFields } from './ComponentFields.tsx';
import { words } from './messages.ts';
import { PageFields } from './PageFields.tsx';
import { Preview } from './Preview.tsx';
import type { Draft } from './status-form.ts';
import own from './status-page.module.css';
import { type StatusPageState, useSaveStatusPage } from './use-status-page.ts';

export function StatusPageForm({ state, initial }: { state: StatusPageState; initial: Draft }) {
  const [draft, setDraft] = useState<Draft>(initial);
  const [isPreviewed, setPreviewed] = useState(false);
  const save = useSaveStatusPage();
  const ref = useFaultFocus(save.error);
  const faults = save.error ? problemOf(save.error).fields : [];
  const faultOf = (field: string) => faults.find((one) => one.field === `settings.${field}`)?.message;
  const change = (next: Draft) => {
    save.reset();
    setDraft(next);
  };
  const isOther = JSON.stringify(draft) !== JSON.stringify(state.settings);
  return (
    <form
      ref={ref}
      noValidate
      className={classes['page']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ settings: draft, base: state.version }, { onSuccess: ({ settings }) => settings && setDraft(settings) });
      }}
    >
      <Panel title={words.page} sentence={words.pageSentence}>
        <PageFields draft={draft} hosts={state.hosts} fault={state.fault} faultOf={faultOf} onChange={change} />
      </Panel>
      <Panel title={words.components} sentence={words.componentsSentence}>
        <ComponentFields draft={draft} known={state} faultOf={faultOf} onChange={change} />
      </Panel>
      {save.error && faults.length === 0 && <ErrorState error={save.error} compact />}
      <div className={own['save']}>
        {save.isSuccess && !isOther && <span role="status">{words.saved}</span>}
        <Button type="submit" disabled={!isOther} loading={save.isPending}>
          {words.save}
        </Button>
      </div>
      <Panel title={words.preview} sentence={words.previewSentence}>
        {isPreviewed ? (
          <Preview draft={draft} />
        ) : (
          <Button variant="default" onClick={() => setPreviewed(true)}>
            {words.showPreview}
          </Button>
        )}
      </Panel>
    </form>
  );
}
