/** The rest of the sentence: how bad it is, what to do about it, when it fires at all, and what it is called. */
import { MultiSelect, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import type { RuleSpec } from '@watchdesk/domain/alerting';
import { PRIORITIES } from '@watchdesk/domain/event';
import { noticeMessages } from '../../../notices/index.ts';
import { DurationInput } from '../../../ui/index.ts';
import { SEVERITIES } from '../search.ts';
import { isAboutTickets, useForm } from './form.ts';
import { words } from './messages.ts';
import { Line, Part, Words } from './Part.tsx';
import classes from './rules.module.css';
import { useSubject } from './use-subject.ts';

const ALWAYS = '';

export function AsPart() {
  const { draft, change } = useForm();
  return (
    <Part word={words.parts.as}>
      <Line>
        <SegmentedControl
          size="xs"
          aria-label={words.severity}
          data={SEVERITIES.map((value) => ({ value, label: noticeMessages.severities[value] }))}
          value={draft.severity}
          onChange={(severity) => change({ severity })}
        />
      </Line>
    </Part>
  );
}

/** The lines as they are typed; empty ones are no advice, and are left out once somebody goes on. */
export function AdvisePart() {
  const { draft, change, faultAt } = useForm();
  return (
    <Part word={words.parts.advise}>
      <Textarea
        aria-label={words.advice.label}
        placeholder={words.advice.hint}
        autosize
        minRows={1}
        value={draft.advice.join('\n')}
        error={faultAt('advice')}
        onChange={({ currentTarget: { value } }) => change({ advice: value === '' ? [] : value.split('\n') })}
        onBlur={() =>
          draft.advice.some((line) => line.trim() === '') && change({ advice: draft.advice.filter((line) => line.trim() !== '') })
        }
      />
    </Part>
  );
}

export function OnlyPart() {
  const { draft, change, faultAt, calendars } = useForm();
  const { activeHours, alwaysOf } = draft;
  return (
    <Part word={words.parts.only}>
      <Line>
        <NativeSelect
          aria-label={words.hours.label}
          data={[
            { value: ALWAYS, label: words.hours.always },
            ...calendars.map(({ value, label }) => ({ value, label: words.hours.within(label) })),
          ]}
          value={activeHours ?? ALWAYS}
          error={faultAt('activeHours')}
          onChange={({ currentTarget: { value } }) => change({ activeHours: value === ALWAYS ? null : value })}
        />
        {activeHours !== null && isAboutTickets(draft.subject) && (
          <>
            <Words>{words.hours.except}</Words>
            <MultiSelect
              aria-label={words.hours.exceptLabel}
              data={[...PRIORITIES]}
              value={[...alwaysOf]}
              error={faultAt('alwaysOf')}
              onChange={(next) => change({ alwaysOf: next })}
            />
          </>
        )}
      </Line>
    </Part>
  );
}

type DedupePart = NonNullable<RuleSpec['dedupe']>[number];
/** What most often makes two things one alert; what is not said here is as is usual. */
const DEDUPES = Object.entries(words.dedupes).map(([value, label]) => ({ value, label }));

function Dedupe() {
  const { draft, change, faultAt } = useForm();
  const { kind } = draft.subject;
  const { dedupe } = draft;
  return (
    <MultiSelect
      label={words.dedupe}
      placeholder={dedupe?.length ? '' : words.usual}
      data={kind === 'sla' ? DEDUPES : DEDUPES.filter(({ value }) => value !== 'clock')}
      value={[...(dedupe ?? [])]}
      error={faultAt('dedupe')}
      onChange={(next) => change({ dedupe: next.length === 0 ? undefined : (next as DedupePart[]) })}
    />
  );
}

function Quiet({ seconds }: { seconds: number }) {
  const { faultAt } = useForm();
  const set = useSubject<'event'>();
  return (
    <DurationInput
      label={words.event.quietLabel}
      seconds={seconds}
      error={faultAt('subject.quietSeconds')}
      onChange={(quietSeconds) => set({ quietSeconds })}
    />
  );
}

export function MorePart({ placeholder }: { placeholder: string }) {
  const { draft, change, faultAt } = useForm();
  return (
    <Part word={words.parts.more}>
      <div className={classes['fields']}>
        <TextInput
          className={classes['whole'] ?? ''}
          label={words.name}
          placeholder={placeholder}
          maxLength={100}
          value={draft.name}
          error={faultAt('name')}
          onChange={({ currentTarget: { value } }) => change({ name: value })}
        />
        <TextInput
          className={classes['whole'] ?? ''}
          label={words.description}
          maxLength={1000}
          value={draft.description}
          error={faultAt('description')}
          onChange={({ currentTarget: { value } }) => change({ description: value })}
        />
        {isAboutTickets(draft.subject) && <Dedupe />}
        {draft.subject.kind === 'event' && <Quiet seconds={draft.subject.quietSeconds} />}
      </div>
    </Part>
  );
}
