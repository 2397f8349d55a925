/** The incident policy: what is promised by severity, who is brought in when, what a review and an hour come to; each saving is a version. */
import { Button } from '@mantine/core';
import { SEVERITIES } from '@watchdesk/domain/event';
import { useState } from 'react';
import { useFaultFocus } from '../../../account/index.ts';
import { DurationInput, ErrorState, formatShortDuration, Instant, Panel, PlaceHead, problemOf, RowsSkeleton } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { CostFields } from './CostFields.tsx';
import own from './incident-policy.module.css';
import { words } from './messages.ts';
import { PathFields } from './PathFields.tsx';
import { SeverityMatrix } from './SeverityMatrix.tsx';
import { TermsFields } from './TermsFields.tsx';
import { type Draft, type PolicyState, useIncidentPolicy, useSaveIncidentPolicy } from './use-incident-policy.ts';

export function IncidentPolicyPage() {
  const { data, error, refetch } = useIncidentPolicy();
  return (
    <div className={classes['page']}>
      <PlaceHead title={words.title} text={words.text} />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={8} />}
      {data && (
        <>
          <Standing state={data} />
          <SeverityMatrix />
          <PolicyForm state={data} />
          <Versions versions={data.versions} />
        </>
      )}
    </div>
  );
}

function Standing({ state: { policy, savedAt, savedBy, versions } }: { state: PolicyState }) {
  if (savedAt === null) return <p className={classes['text']}>{words.standard}</p>;
  return (
    <p className={classes['text']}>
      <b>{words.version(policy.version)}</b>, {words.savedBy} <bdi>{savedBy}</bdi>, <Instant at={savedAt} />
      {versions.length > 1 && `; ${words.before(versions.length - 1)}`}
    </p>
  );
}

const draftOf = ({ version: _, ...draft }: PolicyState['policy']): Draft => draft;

function PolicyForm({ state }: { state: PolicyState }) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(state.policy));
  const save = useSaveIncidentPolicy();
  const ref = useFaultFocus(save.error);
  const faults = save.error ? problemOf(save.error).fields : [];
  const faultOf = (field: string) =>
    faults.find((one) => one.field === `policy.${field}` || one.field.startsWith(`policy.${field}.`))?.message;
  const change = (next: Draft): void => {
    save.reset();
    setDraft(next);
  };
  const isOther = JSON.stringify(draft) !== JSON.stringify(draftOf(state.policy));
  const fields = { draft, faultOf, onChange: change };
  return (
    <form
      ref={ref}
      noValidate
      className={classes['page']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ draft, base: state.policy.version });
      }}
    >
      <Panel title={words.terms} sentence={words.termsSentence}>
        <TermsFields {...fields} />
      </Panel>
      <Panel title={words.path} sentence={words.pathSentence}>
        <PathFields {...fields} />
      </Panel>
      <Panel title={words.review} sentence={words.reviewSentence}>
        <DurationInput
          label={words.reviewWithin}
          seconds={draft.reviewSeconds}
          units={['hours', 'days']}
          error={faultOf('reviewSeconds')}
          onChange={(reviewSeconds) => change({ ...draft, reviewSeconds })}
        />
      </Panel>
      <Panel title={words.costs} sentence={words.costsSentence}>
        <CostFields {...fields} />
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

function Versions({ versions }: { versions: PolicyState['versions'] }) {
  if (versions.length === 0) return null;
  return (
    <Panel title={words.versionsTitle} sentence={words.versionsSentence}>
      {versions.map(({ policy, savedAt, savedBy }) => (
        <details key={policy.version} className={own['path']}>
          <summary>
            <b>{words.version(policy.version)}</b>
            <span>
              {words.savedBy} <bdi>{savedBy}</bdi>
              {savedAt !== null && (
                <>
                  , <Instant at={savedAt} />
                </>
              )}
            </span>
          </summary>
          <ul className={own['version']}>
            {SEVERITIES.map((severity) => {
              const { responseSeconds, updateSeconds, escalation } = policy.terms[severity];
              const update = updateSeconds === null ? words.atResolution.toLowerCase() : words.every(formatShortDuration(updateSeconds));
              return (
                <li key={severity}>
                  <b>{severity}</b>: {words.promises(formatShortDuration(responseSeconds), update)};{' '}
                  <bdi>{escalation.map(({ to }) => to).join(' → ') || words.noSteps}</bdi>
                </li>
              );
            })}
          </ul>
        </details>
      ))}
    </Panel>
  );
}
