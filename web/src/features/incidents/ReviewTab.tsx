/** The post-incident review: the six instants, what happened and why, what was learned, and the actions that follow. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Incident } from '../../api/client.ts';
import { useIncidentDeed, useMayAct } from '../../incidents/index.ts';
import { ErrorState, Instant, Panel } from '../../ui/index.ts';
import { Actions } from './Actions.tsx';
import classes from './incidents.module.css';
import { words } from './messages.ts';
import { ReviewFacts, Stamps } from './ReviewFacts.tsx';

const said = words.review;
const LONGEST = 500;

const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);

function Standing({ incident: { review, reviewDueAt, stage } }: { incident: Incident }) {
  if (review.completedAt !== null)
    return (
      <p className={classes['standing']}>
        <b className={classes['good']}>{said.completed}</b> <Instant at={review.completedAt} />
        {review.completedBy && (
          <>
            {' '}
            {said.by} <bdi>{review.completedBy.name}</bdi>
          </>
        )}
      </p>
    );
  const isEarly = stage !== 'resolved' && stage !== 'closed';
  return (
    <p className={classes['standing']}>
      {review.needed ? said.needed : said.notNeeded} {isEarly && said.notYet}
      {reviewDueAt !== null && (
        <>
          {' '}
          {said.due} <Instant at={reviewDueAt} />.
        </>
      )}
      {!isEarly && review.needed && review.lacks.length > 0 && ` ${said.lacks(review.lacks.map((lack) => said.lack[lack]).join(', '))}`}
    </p>
  );
}

function Form({ incident, mayAct }: { incident: Incident; mayAct: boolean }) {
  const { id, review, stage } = incident;
  const [summary, setSummary] = useState(review.summary);
  const [rootCause, setRootCause] = useState(review.rootCause);
  const [wentWell, setWentWell] = useState(review.wentWell.join('\n'));
  const [toImprove, setToImprove] = useState(review.toImprove.join('\n'));
  const [revenueImpact, setRevenueImpact] = useState(review.revenueImpact);
  const save = useIncidentDeed(id);
  const complete = useIncidentDeed(id);
  const written = { summary, rootCause, wentWell: linesOf(wentWell), toImprove: linesOf(toImprove), revenueImpact };
  const isOver = stage === 'resolved' || stage === 'closed';
  const area = (label: string, value: string, set: (value: string) => void, description?: string) => (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={2}
      readOnly={!mayAct}
      value={value}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
  return (
    <form
      className={classes['composer']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ do: 'review', ...written });
      }}
    >
      {area(said.summary, summary, setSummary)}
      {area(said.rootCause, rootCause, setRootCause)}
      {area(said.wentWell, wentWell, setWentWell, said.perLine)}
      {area(said.toImprove, toImprove, setToImprove, said.perLine)}
      <TextInput
        label={said.revenueImpact}
        maxLength={LONGEST}
        readOnly={!mayAct}
        value={revenueImpact}
        onChange={({ currentTarget }) => setRevenueImpact(currentTarget.value)}
      />
      {(save.error ?? complete.error) && <ErrorState error={save.error ?? complete.error} compact />}
      {mayAct && (
        <div className={classes['buttons']}>
          {save.isSuccess && !save.isPending && <span className={classes['aside']}>{said.saved}</span>}
          <Button type="submit" size="xs" variant="default" loading={save.isPending}>
            {said.save}
          </Button>
          {review.completedAt === null && isOver && (
            <Button
              size="xs"
              loading={complete.isPending}
              onClick={() => save.mutate({ do: 'review', ...written }, { onSuccess: () => complete.mutate({ do: 'review/complete' }) })}
            >
              {said.complete}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

export function ReviewTab({ incident }: { incident: Incident }) {
  const mayAct = useMayAct() && incident.stage !== 'dismissed' && incident.stage !== 'proposed';
  return (
    <div className={classes['one']}>
      <Panel title={said.title}>
        <Standing incident={incident} />
        <Form incident={incident} mayAct={mayAct} />
      </Panel>
      <div className={classes['parts']}>
        <ReviewFacts incident={incident} />
        <Stamps incident={incident} mayAct={mayAct} />
        <Actions incident={incident} mayAct={mayAct} />
      </div>
    </div>
  );
}
