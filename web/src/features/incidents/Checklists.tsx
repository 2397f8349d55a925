/** The checklists of the war room: the one for where the incident stands is open. */
import { Checkbox } from '@mantine/core';
import { type Checklist, CHECKLISTS } from '@watchdesk/domain/incident';
import type { Incident } from '../../api/client.ts';
import { isTicked, useIncidentDeed, useMayAct } from '../../incidents/index.ts';
import { ErrorState, Instant, Panel } from '../../ui/index.ts';
import { doneHere } from './done-here.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';
import { roundOf, Rounds } from './Rounds.tsx';

const said = words.checklist;

const PHASES: Partial<Record<Incident['stage'], Checklist['phase']>> = {
  proposed: 'initiation',
  investigating: 'initiation',
  identified: 'active',
  monitoring: 'active',
  resolved: 'resolution',
};

export function Checklists({ incident }: { incident: Incident }) {
  const deed = useIncidentDeed(incident.id);
  const mayAct = useMayAct() && !['closed', 'dismissed', 'proposed'].includes(incident.stage);
  const round = roundOf(incident);
  const done = new Map(incident.checklist.map((one) => [one.item, one]));
  return (
    <Panel title={said.title} flush>
      {CHECKLISTS.map(({ phase, title, items }) => (
        <details key={phase} className={classes['checklist']} open={PHASES[incident.stage] === phase}>
          <summary>
            {title}
            <span>
              {phase === 'active' && round
                ? said.roundDone(round.number, round.ticked.length, items.length)
                : phase === 'active'
                  ? said.noRound
                  : said.done(items.filter(({ id }) => done.has(id)).length, items.length)}
            </span>
          </summary>
          {phase === 'active' && <Rounds incident={incident} deed={deed} mayAct={mayAct} />}
          {phase !== 'active' && (
            <ul>
              {items.map(({ id, text }) => {
                const own = done.get(id);
                const seen = own === undefined ? doneHere(id, incident) : null;
                return (
                  <li key={id}>
                    <Checkbox
                      size="sm"
                      label={text}
                      checked={isTicked(deed, id, own !== undefined)}
                      disabled={!mayAct}
                      onChange={({ currentTarget }) => deed.mutate({ do: 'checklist', item: id, is: currentTarget.checked })}
                    />
                    {seen !== null && <span className={classes['tick']}>{said.seen[seen]}</span>}
                    {own && (
                      <span className={classes['tick']}>
                        <Instant at={own.at} />
                        {own.by && (
                          <>
                            {' '}
                            {said.by} <bdi>{own.by.name}</bdi>
                          </>
                        )}
                      </span>
                    )}
                  </li>
                );
              })}
            </ul>
          )}
        </details>
      ))}
      {deed.error && <ErrorState error={deed.error} compact />}
    </Panel>
  );
}
