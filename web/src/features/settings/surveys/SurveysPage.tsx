/** Surveys: what customers are asked and when, in which words, and what became of them. */
import { Alert } from '@mantine/core';
import { ErrorState, PlaceHead, RowsSkeleton } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { words } from './messages.ts';
import { SentPanel } from './SentPanel.tsx';
import { SurveysForm } from './SurveysForm.tsx';
import { useSurveySettings } from './use-surveys.ts';

export function SurveysPage() {
  const { data, error, refetch } = useSurveySettings();
  return (
    <div className={classes['page']}>
      <PlaceHead title={words.title} text={words.text} />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={8} />}
      {data && (
        <>
          {data.fault !== null && <Alert color="gray">{words.fault(data.fault)}</Alert>}
          <SurveysForm saved={data} />
          <SentPanel />
        </>
      )}
    </div>
  );
}
