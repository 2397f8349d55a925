/** A number of the catalogue: which, over how long, of which tickets, and when it is too much. */
import { NativeSelect, Select } from '@mantine/core';
import { everyOf, type SubjectOf, WINDOWS } from '@watchdesk/domain/alerting';
import { useState } from 'react';
import { countsBothWays, Filters, PERS, perOf, readAmount, typedAmount, useMetricOptions } from '../../../numbers/index.ts';
import { useTimeZone } from '../../../period/viewing.ts';
import { AmountInput, DurationInput } from '../../../ui/index.ts';
import { useForm } from './form.ts';
import { words } from './messages.ts';
import { Line, Words } from './Part.tsx';
import classes from './rules.module.css';
import { useSubject } from './use-subject.ts';

type NumberSubject = SubjectOf<'metric'> | SubjectOf<'anomaly'>;

const said = words.number;
const NONE = '';
const DEFAULT_PER = 60;

/** Of the tickets of when values are offered. */
const VALUES_OF_PERIOD = '90d';

function Metric({ subject }: { subject: NumberSubject }) {
  const { catalogue, faultAt } = useForm();
  const set = useSubject<'metric'>();
  const metric = catalogue.metric(subject.metric);
  const dimensions = catalogue.dimensions.filter(({ id }) => metric?.dimensions.includes(id));
  return (
    <Line>
      <Select
        aria-label={said.metric}
        className={classes['wide'] ?? ''}
        placeholder={said.find}
        data={useMetricOptions(catalogue)}
        value={subject.metric}
        searchable
        allowDeselect={false}
        error={faultAt('subject.metric')}
        onChange={(id) =>
          id &&
          set({
            metric: id as typeof subject.metric,
            by: undefined,
            filters: subject.filters.filter(({ dimension }) => catalogue.metric(id)?.dimensions.includes(dimension)),
          })
        }
      />
      {subject.kind === 'metric' ? (
        <>
          <Words>{said.over}</Words>
          <NativeSelect
            aria-label={said.window}
            data={WINDOWS.map((value) => ({ value: String(value), label: said.windows[value] ?? String(value) }))}
            value={String(subject.windowSeconds)}
            onChange={({ currentTarget: { value } }) => set({ windowSeconds: WINDOWS.find((one) => String(one) === value)! })}
          />
        </>
      ) : (
        <Weeks weeks={subject.weeks} />
      )}
      <NativeSelect
        aria-label={said.by}
        data={[{ value: NONE, label: said.byNone }, ...dimensions.map(({ id, label }) => ({ value: id, label: said.byEach(label) }))]}
        value={subject.by ?? NONE}
        error={faultAt('subject.by')}
        onChange={({ currentTarget: { value } }) => set({ by: value === NONE ? undefined : (value as NonNullable<typeof subject.by>) })}
      />
    </Line>
  );
}

function Weeks({ weeks }: { weeks: number }) {
  const { faultAt } = useForm();
  const set = useSubject<'anomaly'>();
  return (
    <>
      <Words>{said.weeks}</Words>
      <AmountInput
        aria-label={said.weeksLabel}
        className={classes['amount'] ?? ''}
        value={weeks}
        error={faultAt('subject.weeks')}
        onChange={(next) => set({ weeks: next })}
      />
    </>
  );
}

/** A bound in the unit of its number: per cent, or minutes, hours and days. Of what is unusual, in deviations. */
function Bound({ subject }: { subject: NumberSubject }) {
  const { draft, change, catalogue, faultAt } = useForm();
  const { condition } = draft;
  const unit = subject.kind === 'anomaly' ? 'number' : (catalogue.metric(subject.metric)?.unit ?? 'number');
  const isTime = unit === 'seconds';
  const [per, setPer] = useState(() => (condition && isTime ? perOf(condition.value) : DEFAULT_PER));
  if (!condition) return null;
  const set = (part: { [Name in keyof typeof condition]?: (typeof condition)[Name] | undefined }) => {
    const { clear, ...rest } = { ...condition, ...part };
    change({ condition: { ...(rest as typeof condition), ...(clear !== undefined && { clear }) } });
  };
  const shown = (value: number) => typedAmount(value, unit, per);
  const read = (typed: number) => readAmount(typed, unit, per);
  return (
    <>
      <Line>
        <NativeSelect
          aria-label={said.compare}
          data={Object.entries(said.compares).map(([value, label]) => ({ value, label }))}
          value={condition.compare}
          onChange={({ currentTarget: { value } }) => set({ compare: value === 'below' ? 'below' : 'above', clear: undefined })}
        />
        <AmountInput
          aria-label={said.value}
          className={classes['amount'] ?? ''}
          value={shown(condition.value)}
          error={faultAt('condition.value')}
          onChange={(typed) => set({ value: read(typed) })}
        />
        {isTime && (
          <NativeSelect
            aria-label={said.unit}
            data={PERS.map((value) => ({ value: String(value), label: said.units[value] ?? String(value) }))}
            value={String(per)}
            onChange={({ currentTarget: { value } }) => setPer(Number(value))}
          />
        )}
        {unit === 'share' && <Words>%</Words>}
        {subject.kind === 'anomaly' && <Words>{said.deviations}</Words>}
        <Words>{said.for}</Words>
        <div className={classes['bare']}>
          <DurationInput
            label={said.forLabel}
            seconds={condition.forSeconds}
            units={['minutes', 'hours']}
            error={faultAt('condition.forSeconds')}
            onChange={(forSeconds) => set({ forSeconds })}
          />
        </div>
      </Line>
      <Line>
        <Words>{said.clear}</Words>
        <AmountInput
          aria-label={said.clearLabel}
          className={classes['amount'] ?? ''}
          placeholder={String(shown(condition.value))}
          value={condition.clear === undefined ? null : shown(condition.clear)}
          error={faultAt('condition.clear')}
          onChange={(typed, isEmpty) => set({ clear: isEmpty ? undefined : read(typed) })}
        />
        <Words>{said.leastN}</Words>
        <AmountInput
          aria-label={said.leastNLabel}
          className={classes['amount'] ?? ''}
          value={condition.leastN}
          error={faultAt('condition.leastN')}
          onChange={(leastN) => set({ leastN })}
        />
        <Words>{said.cases}</Words>
      </Line>
    </>
  );
}

export function NumberFields({ subject }: { subject: NumberSubject }) {
  const { catalogue, faultAt } = useForm();
  const set = useSubject<'metric'>();
  const timeZone = useTimeZone();
  const metric = catalogue.metric(subject.metric);
  return (
    <>
      <Metric subject={subject} />
      <Bound subject={subject} />
      {metric && (
        <div className={classes['filters']}>
          <Filters
            filters={subject.filters}
            catalogue={catalogue}
            dimensions={catalogue.dimensions.filter(({ id }) => metric.dimensions.includes(id))}
            when={{ period: VALUES_OF_PERIOD, timeZone }}
            fault={faultAt('subject.filters')}
            onChange={(filters) => set({ filters: filters as typeof subject.filters })}
          />
        </div>
      )}
      {subject.kind === 'metric' && (
        <Line>
          {metric && countsBothWays([metric]) && (
            <NativeSelect
              aria-label={said.hours}
              data={[
                { value: 'elapsed', label: said.elapsed },
                { value: 'business', label: said.business },
              ]}
              value={subject.calendar ?? 'elapsed'}
              error={faultAt('subject.calendar')}
              onChange={({ currentTarget: { value } }) => set({ calendar: value === 'business' ? 'business' : undefined })}
            />
          )}
          <Words>{said.every}</Words>
          <NativeSelect
            aria-label={said.every}
            data={[
              { value: NONE, label: `${said.everyUsual} (${said.everies[everyOf({ ...subject, everySeconds: undefined })] ?? ''})` },
              ...Object.entries(said.everies).map(([value, label]) => ({ value, label })),
            ]}
            value={subject.everySeconds === undefined ? NONE : String(subject.everySeconds)}
            onChange={({ currentTarget: { value } }) => set({ everySeconds: value === NONE ? undefined : Number(value) })}
          />
        </Line>
      )}
    </>
  );
}
