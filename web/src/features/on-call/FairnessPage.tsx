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
import { spanInWords } from './said.ts';
import { useFairness, useSchedules } from './use-on-call.ts';

const words = messages.fairness;
const COLUMNS = {
  person: words.person,
  hours: words.hours,
  share: words.share,
  hints: words.hints,
  nights: words.nights,
  weekends: words.weekends,
  holidays: words.holidays,
  longest: words.longest,
  agreed: words.agreed,
  pages: words.pages,
  nightPages: words.nightPages,
  inTime: words.inTime,
  ack: words.ack,
} as const;
const PERIODS = Object.entries(words.periods).map(([value, label]) => ({ value, label }));

type Fairness = NonNullable<ReturnType<typeof useFairness>['data']>;

function Row({ one, leastPages }: { one: Fairness['people'][number]; leastPages: number }) {
  const isFew = one.acknowledged < leastPages;
  const due = one.inTime + one.late;
  const covered = one.coveredBy.map(({ person, count }) => words.times(person.name, count));
  return (
    <tr>
      <td data-wide>
        <Person person={one.person} />
      </td>
      <td data-label={words.hours}>
        <Duration seconds={one.onCallSeconds} />
      </td>
      <td data-label={words.share}>{one.ratio === null ? NONE : formatShare(one.ratio)}</td>
      <td data-label={words.hints} className={classes['hints']}>
        {one.hints.length === 0
          ? NONE
          : one.hints.map((hint) => (
              <StateWord key={hint} tone="warning">
                {words.hint[hint]}
              </StateWord>
            ))}
      </td>
      <td data-label={words.nights}>
        <Duration seconds={one.nightSeconds} />
      </td>
      <td data-label={words.weekends}>
        <Duration seconds={one.weekendSeconds} />
      </td>
      <td data-label={words.holidays}>
        <Duration seconds={one.holidaySeconds} />
        {one.onHolidays.length > 0 && (
          <small className={classes['under']}>{words.onHolidays(one.onHolidays.map(({ date }) => formatDate(date)).join(', '))}</small>
        )}
      </td>
      <td data-label={words.longest}>
        <Duration seconds={one.longestSeconds} />
      </td>
      <td data-label={words.agreed}>{one.agreedSeconds === 0 ? NONE : <Duration seconds={one.agreedSeconds} />}</td>
      <td data-label={words.pages}>{formatCount(one.pages)}</td>
      <td data-label={words.nightPages}>{formatCount(one.nightPages)}</td>
      <td data-label={words.inTime} title={words.inTimeHint(one.late, covered, one.covered)}>
        {due === 0 ? NONE : words.ofDue(one.inTime, due)}
        {covered.length > 0 && <small className={classes['under']}>{words.coveredShort(covered.join(', '))}</small>}
      </td>
      <td data-label={words.ack} className={isFew ? classes['few'] : undefined} title={words.n(one.acknowledged)}>
        <Duration seconds={one.medianAckSeconds} /> {one.acknowledged > 0 && isFew && <small>{words.n(one.acknowledged)}</small>}
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
          <Together together={data.together} />
          {data.withheld > 0 && <p className={classes['hint']}>{words.withheld(data.withheld)}</p>}
          {data.people.some(({ ratio }) => ratio === null) && <p className={classes['hint']}>{words.notCompared(data.leastDays)}</p>}
        </Panel>
      )}
      {data && data.agreed.length > 0 && <Agreed agreed={data.agreed} />}
    </>
  );
}

/** What all who were paged did together, where that tells of nobody alone. */
function Together({ together }: { together: Fairness['together'] }) {
  if (together === null) return <p className={classes['hint']}>{words.ofFew}</p>;
  if (together.pages === 0) return null;
  return (
    <p className={classes['text']}>
      <b>{words.together}</b>: {words.togetherSays(together.pages, together.inTime, together.inTime + together.late)}
      {together.medianAckSeconds !== null && (
        <>
          ; {words.togetherMedian} <Duration seconds={together.medianAckSeconds} /> ({words.n(together.acknowledged)})
        </>
      )}
      .
    </p>
  );
}

function Agreed({ agreed }: { agreed: Fairness['agreed'] }) {
  const clock = use(ClockContext);
  const zone = useTimeZone();
  const said = messages.overrides;
  return (
    <Panel title={words.agreedTitle} sentence={words.agreedSentence} className={classes['panel'] ?? ''}>
      <ul className={classes['agreed']}>
        {agreed.map(({ id, person, from, to, reason, madeBy, swappedWith, schedule }) => (
          <li key={id}>
            <Person person={person} />
            <span>
              {schedule.name}, {spanInWords(from, to, clock.now(), zone)}
              <small>{[swappedWith && said.swapped(swappedWith.name), reason, said.by(madeBy)].filter(Boolean).join(' · ')}</small>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
