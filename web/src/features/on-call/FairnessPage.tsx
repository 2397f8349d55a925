/** How on-call was shared: each person's hours, nights, weekends, holidays and pages, against an even share, and what hints at burnout. */
import { NativeSelect } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { use, useState } from 'react';
import { useTimeZone } from '../../period/viewing.ts';
import { addDays, dayOf, startOfDay } from '../../period/zone.ts';
import {
  CardTable,
  ClockContext,
  Duration,
  EmptyState,
  ErrorState,
  formatCount,
  formatDate,
  formatShare,
  NONE,
  Panel,
  Person,
  RowsSkeleton,
  ScrollRegion,
  SectionTitle,
  StateWord,
} from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './on-call.module.css';
import { useFairness, useSchedules } from './use-on-call.ts';

const words = messages.fairness;
const COLUMNS = {
  person: words.person,
  hours: words.hours,
  share: words.share,
  nights: words.nights,
  weekends: words.weekends,
  holidays: words.holidays,
  longest: words.longest,
  pages: words.pages,
  nightPages: words.nightPages,
  ack: words.ack,
  hints: words.hints,
} as const;
const PERIODS = Object.entries(words.periods).map(([value, label]) => ({ value, label }));

type Fairness = NonNullable<ReturnType<typeof useFairness>['data']>;

function Row({ one, leastPages }: { one: Fairness['people'][number]; leastPages: number }) {
  const isFew = one.acknowledged < leastPages;
  return (
    <tr>
      <td data-wide>
        <Person person={one.person} />
      </td>
      <td data-label={words.hours}>
        <Duration seconds={one.onCallSeconds} />
      </td>
      <td data-label={words.share}>{one.ratio === null ? NONE : formatShare(one.ratio)}</td>
      <td data-label={words.nights}>
        <Duration seconds={one.nightSeconds} />
      </td>
      <td data-label={words.weekends}>
        <Duration seconds={one.weekendSeconds} />
      </td>
      <td data-label={words.holidays}>
        <Duration seconds={one.holidaySeconds} />
      </td>
      <td data-label={words.longest}>
        <Duration seconds={one.longestSeconds} />
      </td>
      <td data-label={words.pages}>{formatCount(one.pages)}</td>
      <td data-label={words.nightPages}>{formatCount(one.nightPages)}</td>
      <td data-label={words.ack} className={isFew ? classes['few'] : undefined} title={words.n(one.acknowledged)}>
        <Duration seconds={one.medianAckSeconds} /> {one.acknowledged > 0 && isFew && <small>{words.n(one.acknowledged)}</small>}
      </td>
      <td data-label={words.hints} className={classes['hints']}>
        {one.hints.length === 0
          ? NONE
          : one.hints.map((hint) => (
              <StateWord key={hint} tone="warning">
                {words.hint[hint]}
              </StateWord>
            ))}
      </td>
    </tr>
  );
}

export function FairnessPage() {
  const clock = use(ClockContext);
  const zone = useTimeZone();
  const [days, setDays] = useState(28);
  const [schedule, setSchedule] = useState<string | null>(null);
  const first = addDays(dayOf(clock.now(), zone), -days);
  const { data, error, refetch } = useFairness(startOfDay(first, zone), schedule);
  const { data: schedules = [] } = useSchedules();
  return (
    <>
      <SectionTitle order={1} title={words.title} sentence={words.sentence(formatDate(first))} />
      <div className={classes['filters']}>
        <NativeSelect
          size="xs"
          label={words.period}
          data={PERIODS}
          value={String(days)}
          onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
        />
        <NativeSelect
          size="xs"
          label={words.schedule}
          data={[{ value: '', label: words.all }, ...schedules.map(({ id, spec }) => ({ value: id, label: spec.name }))]}
          value={schedule ?? ''}
          onChange={({ currentTarget }) => setSchedule(currentTarget.value || null)}
        />
      </div>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <RowsSkeleton />}
      {data && data.people.length === 0 && data.withheld === 0 && (
        <EmptyState icon={IconScale} title={words.nothing}>
          {words.nothingHint}
        </EmptyState>
      )}
      {data && data.people.length + data.withheld > 0 && (
        <Panel title={words.table} sentence={words.about} className={classes['panel'] ?? ''}>
          {data.people.length > 0 && (
            <ScrollRegion className={classes['scroll']} label={words.scroll}>
              <CardTable columns={COLUMNS}>
                {data.people.map((one) => (
                  <Row key={one.person.id} one={one} leastPages={data.leastPages} />
                ))}
              </CardTable>
            </ScrollRegion>
          )}
          {data.withheld > 0 && <p className={classes['hint']}>{words.withheld(data.withheld)}</p>}
          {data.people.some(({ ratio }) => ratio === null) && <p className={classes['hint']}>{words.notCompared(data.leastDays)}</p>}
        </Panel>
      )}
    </>
  );
}
