/** What is done again in every round of the war room: who ticked it in the one that runs, and in which of those before it was missed. */
import { Checkbox } from '@mantine/core';
import { CHECKLISTS, comesBack } from '@watchdesk/domain/incident';
import { use } from 'react';
import type { Incident } from '../../api/client.ts';
import { isTicked, type useIncidentDeed } from '../../incidents/index.ts';
import { formatFullInstant, Instant, Relative, TimeZoneContext } from '../../ui/index.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';

const said = words.checklist;
const ITEMS = CHECKLISTS.flatMap(({ items }) => items).filter(({ id }) => comesBack(id));
/** As many of those before as a line has room for. */
const SHOWN = 12;

type Round = Incident['rounds'][number];

/** The one that runs; undefined where none does. */
export const roundOf = ({ rounds, stage }: Pick<Incident, 'rounds' | 'stage'>): Round | undefined =>
  stage === 'resolved' || stage === 'closed' ? undefined : rounds.at(-1);

function History({ item, text, rounds }: { item: string; text: string; rounds: readonly Round[] }) {
  const timeZone = use(TimeZoneContext);
  const over = rounds.filter(({ isOver }) => isOver);
  const missed = over.filter(({ open }) => open.includes(item)).length;
  if (rounds.length === 0) return null;
  return (
    <div className={classes['history']}>
      <ol aria-label={said.history(text)}>
        {rounds.slice(-SHOWN).map(({ number, ticked, isOver }) => {
          const own = ticked.find((one) => one.item === item);
          const label = own
            ? said.wasDone(number, own.by?.name ?? said.somebody, formatFullInstant(own.at, timeZone))
            : isOver
              ? said.wasMissed(number)
              : said.wasCut(number);
          return (
            <li key={number} data-was={own ? 'done' : isOver ? 'missed' : 'cut'} title={label}>
              <span>{label}</span>
            </li>
          );
        })}
      </ol>
      {missed > 0 && (
        <span className={classes['tick']} data-late>
          {said.missed(missed, over.length)}
        </span>
      )}
    </div>
  );
}

interface RoundsProps {
  incident: Incident;
  deed: ReturnType<typeof useIncidentDeed>;
  mayAct: boolean;
}

export function Rounds({ incident, deed, mayAct }: RoundsProps) {
  const round = roundOf(incident);
  const before = round ? incident.rounds.slice(0, -1) : incident.rounds;
  return (
    <>
      <p className={classes['round']}>
        {round ? (
          <>
            <b>{said.round(round.number)}</b>
            {round.to !== null && (
              <>
                , {said.until} <Relative at={round.to} />
              </>
            )}
          </>
        ) : (
          said.noRound
        )}
      </p>
      <ul>
        {ITEMS.map(({ id, text }) => {
          const own = round?.ticked.find((one) => one.item === id);
          return (
            <li key={id}>
              <Checkbox
                size="sm"
                label={text}
                checked={isTicked(deed, id, own !== undefined)}
                disabled={!mayAct || !round}
                onChange={({ currentTarget }) => deed.mutate({ do: 'checklist', item: id, is: currentTarget.checked })}
              />
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
              <History item={id} text={text} rounds={before} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
