/** The post-incident review: the six instants, what happened and why, what was learned, and the actions that follow. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Incident } from '../../api/client.ts';
import { changedIn, Overtaken, useDraft } from '../../drafts/index.ts';
import { useIncidentDeed, useMayAct } from '../../incidents/index.ts';
import { ErrorState, Instant, Panel } from '../../ui/index.ts';
import { Actions } from './Actions.tsx';
import classes from './incidents.module.css';
import { words } from './messages.ts';
import { lackingIn } from './review-lacks.ts';
import { ReviewFacts, Stamps } from './ReviewFacts.tsx';

const said = words.review;
const LONGEST = 500;

const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);

type Texts = Record<'summary' | 'rootCause' | 'wentWell' | 'toImprove' | 'revenueImpact', string>;

const textsOf = ({ summary, rootCause, wentWell, toImprove, revenueImpact }: Incident['review']): Texts => ({
  summary,
  rootCause,
  wentWell: wentWell.join('\n'),
  toImprove: toImprove.join('\n'),
  revenueImpact,
});
const NEEDED = new Set<keyof Texts>(['summary', 'rootCause', 'toImprove']);
const linedOf = (texts: Texts) => ({ ...texts, wentWell: linesOf(texts.wentWell), toImprove: linesOf(texts.toImprove) });

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
  const own = useDraft(incident.versions.review, textsOf(review));
  const { draft, base } = own;
  const save = useIncidentDeed(id);
  const complete = useIncidentDeed(id);
  const [isAsked, setAsked] = useState(false);
  const lacks = lackingIn(incident, linedOf(draft));
  const isLacking = isAsked && lacks.length > 0;
  const written = { baseVersion: base.version, ...changedIn(linedOf(draft), linedOf(base.saved)) };
  const store = (then: () => void = () => {}) =>
    save.mutate(
      { do: 'review', ...written },
      {
        onSuccess: (saved) => {
          own.landed(saved.versions.review, textsOf(saved.review), draft);
          then();
        },
      },
    );
  const isOver = stage === 'resolved' || stage === 'closed';
  const field = (name: keyof Texts) => ({
    readOnly: !mayAct,
    withAsterisk: isOver && review.needed && review.completedAt === null && NEEDED.has(name),
    error: isLacking && lacks.some((lack) => lack === name) && said.missing,
    value: draft[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => own.change((now) => ({ ...now, [name]: value })),
  });
  const area = (label: string, name: keyof Texts, description?: string) => (
    <Textarea label={label} description={description} autosize minRows={2} {...field(name)} />
  );
  return (
    <form
      className={classes['composer']}
      onSubmit={(event) => {
        event.preventDefault();
        store();
      }}
    >
      {area(said.summary, 'summary')}
      {area(said.rootCause, 'rootCause')}
      {area(said.wentWell, 'wentWell', said.perLine)}
      {area(said.toImprove, 'toImprove', said.perLine)}
      <TextInput label={said.revenueImpact} maxLength={LONGEST} {...field('revenueImpact')} />
      <Overtaken {...own} />
      {isLacking && (
        <p role="alert" className={classes['standing']}>
          {said.lacks(lacks.map((lack) => said.lack[lack]).join(', '))}
        </p>
      )}
      {own.newer === null && (save.error ?? complete.error) && <ErrorState error={save.error ?? complete.error} compact />}
      {mayAct && (
        <div className={classes['buttons']}>
          {save.isSuccess && !save.isPending && !isLacking && complete.error === null && (
            <span className={classes['aside']}>{said.saved}</span>
          )}
          <Button type="submit" size="xs" variant="default" loading={save.isPending} disabled={own.newer !== null}>
            {said.save}
          </Button>
          {review.completedAt === null && isOver && (
            <Button
              size="xs"
              loading={complete.isPending}
              disabled={own.newer !== null}
              onClick={() => {
                setAsked(true);
                if (lacks.length === 0) store(() => complete.mutate({ do: 'review/complete' }));
              }}
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
