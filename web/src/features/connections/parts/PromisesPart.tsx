/** SLA policies and schedules of a system, offered as policies and calendars: what can be said, what cannot and why, chosen, tried, saved. */
import { Button, Checkbox, Select } from '@mantine/core';
import { IconClockOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Connection, RulesOffer } from '../../../api/client.ts';
import { EmptyState, ErrorState, Panel, RowsSkeleton, sentenceCase, StateWord } from '../../../ui/index.ts';
import classes from '../connections.module.css';
import { useOwnRules, useRules, useTakeOver } from '../use-connections.ts';
import { asItIs, type Choice, firstChoice, NEW, sentFor, versionOf } from './choice.ts';
import { messages } from './messages.ts';

const words = messages.promises;

export function PromisesPart({ connection: { id } }: { connection: Connection }) {
  const { data, error, refetch, isFetching, dataUpdatedAt } = useRules(id);
  const own = useOwnRules();
  // Here and not in the form, which begins anew with what is offered after a save.
  const take = useTakeOver(id);
  const failure = error ?? own.error;
  return (
    <Panel
      title={words.title}
      sentence={words.text}
      actions={
        <Button size="xs" variant="default" loading={isFetching} onClick={() => void refetch()}>
          {words.ask}
        </Button>
      }
    >
      {failure && <ErrorState error={failure} retry={() => void Promise.all([refetch(), own.refetch()])} compact />}
      {!failure && (!data || !own.data) && <RowsSkeleton rows={6} />}
      {data && data.policies.length === 0 && data.calendars.length === 0 && (
        <EmptyState icon={IconClockOff} title={words.none} compact>
          {words.noneText}
        </EmptyState>
      )}
      {data && own.data && data.policies.length + data.calendars.length > 0 && (
        <Offer key={dataUpdatedAt} take={take} offer={data} own={own.data} />
      )}
      {data && data.notes.length > 0 && <Notes notes={data.notes} />}
    </Panel>
  );
}

type TakeOver = ReturnType<typeof useTakeOver>;
type Own = NonNullable<ReturnType<typeof useOwnRules>['data']>;

function Offer({ take, offer, own }: { take: TakeOver; offer: RulesOffer; own: Own }) {
  const [choice, setChoice] = useState<Choice>(() => firstChoice(offer));
  const change = (next: Choice) => {
    take.reset();
    setChoice(next);
  };
  const sent = sentFor(offer, choice);
  const isNothing = sent.policies.length === 0 && sent.calendars.length === 0;
  const isTried = take.variables?.dryRun === true;
  return (
    <div className={classes['form']}>
      <ul className={classes['offers']} aria-label={words.policies}>
        {offer.policies.map(({ spec }, index) => {
          const one = choice.policies[index]!;
          const setOne = (part: Partial<typeof one>) =>
            change({ ...choice, policies: choice.policies.map((other, place) => (place === index ? { ...other, ...part } : other)) });
          return (
            <li key={`${spec.name} ${index}`}>
              <Checkbox
                label={<bdi>{spec.name}</bdi>}
                aria-label={words.takes(spec.name)}
                description={describe(spec, offer.notes)}
                checked={one.isTaken}
                onChange={(event) => setOne({ isTaken: event.currentTarget.checked })}
              />
              <Select
                size="xs"
                aria-label={words.becomesOf(spec.name)}
                data={[
                  { value: NEW, label: words.new },
                  ...own.policies
                    .filter((other) => other.spec.family === spec.family)
                    .map((other) => ({ value: versionOf(other.id), label: words.versionOf(other.name) })),
                ]}
                value={one.as}
                disabled={!one.isTaken}
                allowDeselect={false}
                onChange={(as) => setOne({ as: as ?? NEW })}
              />
            </li>
          );
        })}
      </ul>
      <h3 className={classes['section']}>{words.calendars}</h3>
      <ul className={classes['offers']} aria-label={words.calendars}>
        {offer.calendars.map(({ key, name, spec }) => (
          <li key={key}>
            <div>
              <bdi>{name}</bdi>
              <p className={classes['quiet']}>
                {spec.zone}
                {spec.always && `, ${words.always}`}
                {!sent.calendars.some((one) => one.key === key) && `, ${words.unused}`}
                {(spec.holidays?.length ?? 0) > 0 && `, ${words.holidays(spec.holidays.length)}`}
              </p>
            </div>
            <Select
              size="xs"
              aria-label={words.becomesOf(name)}
              data={[
                { value: NEW, label: words.new },
                ...own.calendars.map((other) => ({ value: asItIs(other.id), label: words.asItIs(other.name) })),
                ...own.calendars.map((other) => ({ value: versionOf(other.id), label: words.versionOf(other.name) })),
              ]}
              value={choice.calendars[key] ?? NEW}
              allowDeselect={false}
              onChange={(as) => change({ ...choice, calendars: { ...choice.calendars, [key]: as ?? NEW } })}
            />
          </li>
        ))}
      </ul>
      {take.error && <ErrorState error={take.error} compact />}
      {take.data && (
        <div className={classes['group']} role="status">
          <b>{isTried ? words.outcome.tried : words.outcome.saved}</b>
          <ul className={classes['outcomes']}>
            {take.data.taken.map(({ kind, name, outcome, faults }) => (
              <li key={`${kind} ${name}`} data-tone={outcome === 'refused' ? 'bad' : undefined}>
                {sentenceCase(kind)} <bdi>“{name}”</bdi> {words.outcomes[outcome]}
                {faults.length > 0 && `: ${faults.map(({ field, message }) => `${field} ${message}`).join('; ')}`}
              </li>
            ))}
          </ul>
          {!isTried && <Link to="/sla/policies">{words.toPolicies}</Link>}
        </div>
      )}
      <div className={classes['buttons']}>
        <Button
          variant="default"
          disabled={isNothing}
          loading={take.isPending && isTried}
          onClick={() => take.mutate({ ...sent, dryRun: true })}
        >
          {words.try}
        </Button>
        <Button disabled={isNothing} loading={take.isPending && !isTried} onClick={() => take.mutate({ ...sent, dryRun: false })}>
          {words.take}
        </Button>
      </div>
    </div>
  );
}

/** For which tickets, how much it promises, and whether all of it could be said. */
function describe({ name, match, targets }: RulesOffer['policies'][number]['spec'], notes: RulesOffer['notes']): string {
  const who =
    (match ?? []).length === 0
      ? words.everyTicket
      : match
          .map(({ field, is, values }) => `${sentenceCase(field)} ${is === 'any_of' ? 'is' : 'is not'} ${values.join(' or ')}`)
          .join(', ');
  const count = Object.values(targets).reduce((sum, own) => sum + Object.values(own).filter((target) => target !== null).length, 0);
  // One that was split bears the name of the whole at its beginning.
  const isOther = notes.some(({ about }) => name === about || name.startsWith(`${about} (`));
  return `${who} · ${words.targets(count)} · ${isOther ? words.otherwise : words.exactly}`;
}

function Notes({ notes }: Pick<RulesOffer, 'notes'>) {
  return (
    <div className={classes['notes']}>
      <h3 className={classes['section']}>{words.notes}</h3>
      <ul>
        {notes.map(({ about, kind, what }) => (
          <li key={`${about} ${what}`}>
            <StateWord tone={kind === 'left_out' ? 'bad' : 'warning'}>{words.noteKinds[kind]}</StateWord>{' '}
            <b>
              <bdi>{about}</bdi>
            </b>
            : {what}
          </li>
        ))}
      </ul>
    </div>
  );
}
