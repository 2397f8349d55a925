/** What is broken now: where, on a map, and each incident, the worst first, with its clocks; then what waits for its review, and what is over. */
import { Button } from '@mantine/core';
import { IconCircleCheck, IconFlame } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { type IncidentList, useIncidentList, useMayAct } from '../../incidents/index.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { BlockSkeleton, EmptyState, ErrorState, Panel, PlaceHead, RowsSkeleton } from '../../ui/index.ts';
import { DeclareDialog } from './DeclareDialog.tsx';
import { Habits } from './Habits.tsx';
import { IncidentRow } from './IncidentRow.tsx';
import classes from './incidents.module.css';
import { words } from './messages.ts';
import { DetectionButton } from './DetectionDialog.tsx';
import { Proposals } from './Evidence.tsx';

/** By itself: the list waits neither for the program that draws a map nor for what is on it. */
const NowMap = lazy(async () => ({ default: (await import('../../outage-map/NowMap.tsx')).NowMap }));
const MAP_HEIGHT = 264;
const PAGE = 50;
const LINKS = 'main [data-incident]';

/** The one answer of the place, in words. */
function Headline({ counts: { open, major, proposed, review } }: Pick<IncidentList, 'counts'>) {
  const aside = words.aside(proposed, review);
  return (
    <>
      {open === 0 ? (
        <span className={classes['calm']}>
          <IconCircleCheck size={22} stroke={1.8} aria-hidden="true" />
          {words.calm}
        </span>
      ) : (
        words.open(open)
      )}
      {major > 0 && <span className={classes['critical']}>{words.major(major)}</span>}
      {aside !== '' && <span className={classes['aside']}>{aside}</span>}
    </>
  );
}

function move(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(LINKS)];
  const place = links.indexOf(document.activeElement as HTMLElement);
  const next = place === -1 ? (by === 1 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, place + by));
  links[next]?.focus();
}

export function IncidentsPage() {
  const [limit, setLimit] = useState(PAGE);
  const [isDeclaring, setIsDeclaring] = useState(false);
  const { data, error, refetch } = useIncidentList({ limit });
  const mayAct = useMayAct();
  useKeys(words.keys.title, [
    { keys: 'j', label: words.keys.next, run: () => move(1) },
    { keys: 'k', label: words.keys.previous, run: () => move(-1) },
    ...(mayAct ? [{ keys: 'n', label: words.keys.declare, run: () => setIsDeclaring(true) }] : []),
  ]);
  const declare = mayAct && (
    <Button leftSection={<IconFlame size={16} aria-hidden="true" />} onClick={() => setIsDeclaring(true)}>
      {words.declare.button}
    </Button>
  );
  return (
    <>
      <PlaceHead title={data ? <Headline counts={data.counts} /> : words.title} text={null}>
        <DetectionButton />
        {declare}
      </PlaceHead>
      <Suspense fallback={<BlockSkeleton height={MAP_HEIGHT} />}>
        <NowMap />
      </Suspense>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <RowsSkeleton rows={5} height={72} />}
      <Proposals />
      {data && data.incidents.length === 0 && (
        <EmptyState icon={IconFlame} title={words.none}>
          {words.noneText}
        </EmptyState>
      )}
      {data && data.incidents.length > 0 && (
        <Panel title={words.list} flush>
          <ul className={classes['rows']}>
            {data.incidents.map((incident) => (
              <IncidentRow key={incident.id} incident={incident} />
            ))}
          </ul>
          {data.next !== null && (
            <div className={classes['cut']}>
              <Button size="xs" variant="default" onClick={() => setLimit(limit + PAGE)}>
                {words.more}
              </Button>
            </div>
          )}
        </Panel>
      )}
      <Habits />
      {isDeclaring && <DeclareDialog onClose={() => setIsDeclaring(false)} />}
    </>
  );
}
