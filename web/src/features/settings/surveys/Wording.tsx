/** What customers read: a kind in a language, in one's own words or as usual, beside the page it makes; and a trial of it. */
import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { SURVEYS, type Survey } from '@watchdesk/domain/event';
import { useState } from 'react';
import { ErrorState } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { FurtherQuestions } from './FurtherQuestions.tsx';
import { words } from './messages.ts';
import { Preview } from './Preview.tsx';
import { type Form, languagesFor, reworded, usualWording } from './survey-form.ts';
import own from './surveys.module.css';
import { useTestSurvey } from './use-surveys.ts';

const KINDS = SURVEYS.map((value) => ({ value, label: value.toUpperCase() }));
const FIELDS = [
  ['subject', 120],
  ['question', 200],
  ['low', 60],
  ['high', 60],
  ['thanks', 300],
] as const;

interface WordingProps {
  form: Form;
  isSaved: boolean;
  faultOf: (field: string) => string | undefined;
  onChange: (form: Form) => void;
}

export function Wording({ form, isSaved, faultOf, onChange }: WordingProps) {
  const [survey, setSurvey] = useState<Survey>('csat');
  const [language, setLanguage] = useState(form.language);
  const usual = usualWording(survey, language);
  return (
    <div className={own['wording']}>
      <div className={classes['form']}>
        <SegmentedControl aria-label={words.kind} data={KINDS} value={survey} onChange={setSurvey} />
        <NativeSelect
          label={words.spoken}
          data={languagesFor(form)}
          value={language}
          onChange={({ currentTarget: { value } }) => setLanguage(value)}
        />
        {FIELDS.map(([field, most]) => (
          <TextInput
            key={field}
            label={words.fields[field]}
            lang={language}
            placeholder={usual[field]}
            maxLength={most}
            value={form.wordings[language]?.[survey]?.[field] ?? ''}
            error={faultOf(`wordings.${language}.${survey}.${field}`)}
            onChange={({ currentTarget: { value } }) => onChange(reworded(form, language, survey, field, value))}
          />
        ))}
        <FurtherQuestions form={form} language={language} faultOf={faultOf} onChange={onChange} />
      </div>
      <div className={own['shown']}>
        <Preview form={form} survey={survey} language={language} />
        <Trial survey={survey} language={language} isSaved={isSaved} />
      </div>
    </div>
  );
}

function Trial({ survey, language, isSaved }: { survey: Survey; language: string; isSaved: boolean }) {
  const test = useTestSurvey();
  return (
    <div className={own['trial']}>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconSend size={15} aria-hidden="true" />}
        disabled={!isSaved}
        loading={test.isPending}
        onClick={() => test.mutate({ survey, language })}
      >
        {words.test}
      </Button>
      <span className={classes['quiet']} role="status">
        {!isSaved ? words.testHint : test.isSuccess && words.tested}
      </span>
      {test.error && <ErrorState error={test.error} compact />}
    </div>
  );
}
