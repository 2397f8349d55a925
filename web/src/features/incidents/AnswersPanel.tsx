/** The tickets of an incident answered with the last that customers were told: how many would be, how many were, and which cannot be. */
import { Button } from '@mantine/core';
import type { Incident, IncidentAnswers } from '../../api/client.ts';
import { useMayAct } from '../../incidents/index.ts';
import { useSession } from '../../session/session.ts';
import { ErrorState, Instant, Panel } from '../../ui/index.ts';
import classes from './incidents.module.css';
import { proposalWords } from './proposal-messages.ts';
import { useAnswer, useAnswers } from './use-proposals.ts';

const said = proposalWords.answers;

/** Each once, with how many it is said of. */
function refusals(tickets: IncidentAnswers['tickets']): string {
  const reasons = tickets.flatMap(({ state, reason }) => (state === 'refused' && reason !== null ? [reason] : []));
  return [...new Set(reasons)].join(' ');
}

function Counts({ plan: { tickets, counts } }: { plan: IncidentAnswers }) {
  const ordered = tickets.filter(({ state, way }) => state === 'ready' && way === 'ordered').length;
  return (
    <p className={classes['aside']} role="status">
      {counts.ready === 0 && counts.answered > 0 && counts.refused === 0
        ? said.done
        : [
            said.ready(counts.ready),
            ...(ordered > 0 ? [said.ordered(ordered)] : []),
            ...(counts.answered > 0 ? [said.answered(counts.answered)] : []),
            ...(counts.refused > 0 ? [said.refused(counts.refused, refusals(tickets))] : []),
          ].join(', ')}
    </p>
  );
}

export function AnswersPanel({ incident }: { incident: Incident }) {
  const { data, error } = useAnswers(incident);
  const answer = useAnswer(incident.id);
  const mayAct = useMayAct();
  const { agentId } = useSession().person;
  if (incident.declaredAt === null || (data && data.tickets.length === 0)) return null;
  const update = data?.update ?? null;
  return (
    <Panel title={said.title} sentence={said.sentence}>
      {error && <ErrorState error={error} compact />}
      {data && update === null && <p className={classes['aside']}>{said.none}</p>}
      {data && update !== null && (
        <div className={classes['composer']}>
          <figure className={classes['preview']}>
            <figcaption>
              {said.told} <Instant at={update.at} />
            </figcaption>
            <p>{update.text}</p>
          </figure>
          <Counts plan={data} />
          {answer.error && <ErrorState error={answer.error} compact />}
          {mayAct && agentId === null && <p className={classes['aside']}>{said.notAgent}</p>}
          {mayAct && agentId !== null && data.counts.ready > 0 && (
            <Button size="xs" className={classes['post'] ?? ''} loading={answer.isPending} onClick={() => answer.mutate(update.id)}>
              {said.submit(data.counts.ready)}
            </Button>
          )}
        </div>
      )}
    </Panel>
  );
}
