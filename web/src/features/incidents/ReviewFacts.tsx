/** The head of a review: when it was, how long, how bad, who commanded, whom it hit and what it cost; and its six instants, which somebody may know better. */
import { Button, TextInput } from '@mantine/core';
import { STAMPS, type Stamp } from '@watchdesk/domain/event';
import { useState } from 'react';
import type { Incident } from '../../api/client.ts';
import { useIncidentDeed } from '../../incidents/index.ts';
import { Duration, ErrorState, formatCount, formatMoney, Instant, Panel } from '../../ui/index.ts';
import { costWords } from './CostPanel.tsx';
import classes from './incidents.module.css';
import { words } from './messages.ts';

const said = words.review;
const facts = said.facts;

export function ReviewFacts({ incident }: { incident: Incident }) {
  const { openedAt, impactSeconds, severity, severities, commander, impact, cost } = incident;
  const worst = [...severities.map(({ to }) => to), severity].toSorted((a, b) => (a < b ? -1 : 1))[0];
  const rows = [
    [facts.date, <Instant key="date" at={openedAt} />],
    [facts.duration, impactSeconds === null ? facts.unknown : <Duration key="duration" seconds={impactSeconds} />],
    [facts.severity, worst],
    [facts.commander, commander ? <bdi key="commander">{commander.name ?? commander.id}</bdi> : words.nobody],
    [facts.customers, formatCount(impact.customers)],
    [
      facts.revenue,
      impact.revenue.map(({ amount, currency }) => formatMoney(amount, currency === '' ? null : currency)).join(', ') || facts.unknown,
    ],
    [facts.sla, formatCount(impact.breachedPromises)],
    ...(cost.shown === 'tickets' ? [] : [[facts.cost, costWords(cost) || facts.unknown] as const]),
  ] as const;
  return (
    <Panel title={facts.title}>
      <dl className={classes['stamps']}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** As a field for instants wants it, to the minute, in the zone of the browser. */
const fieldOf = (at: string | null): string => {
  if (at === null) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

function StampFields({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const before = incident.review.stamps;
  const [typed, setTyped] = useState(
    () => Object.fromEntries(STAMPS.map((stamp) => [stamp, fieldOf(before[stamp])])) as Record<Stamp, string>,
  );
  const deed = useIncidentDeed(incident.id, onDone);
  const changed = STAMPS.filter((stamp) => typed[stamp] !== fieldOf(before[stamp]));
  return (
    <form
      className={classes['composer']}
      onSubmit={(event) => {
        event.preventDefault();
        const told = changed.map((stamp) => [stamp, typed[stamp] === '' ? null : new Date(typed[stamp]).toISOString()] as const);
        if (told.length === 0) onDone();
        else deed.mutate({ do: 'review', stamps: Object.fromEntries(told) });
      }}
    >
      {STAMPS.map((stamp) => (
        <TextInput
          key={stamp}
          type="datetime-local"
          size="xs"
          label={said.stamps[stamp]}
          value={typed[stamp]}
          onChange={({ currentTarget }) => setTyped({ ...typed, [stamp]: currentTarget.value })}
        />
      ))}
      <p className={classes['standing']}>{said.stampsHint}</p>
      {deed.error && <ErrorState error={deed.error} compact />}
      <div className={classes['buttons']}>
        <Button size="xs" variant="default" onClick={onDone}>
          {words.declare.cancel}
        </Button>
        <Button size="xs" type="submit" loading={deed.isPending}>
          {said.saveStamps}
        </Button>
      </div>
    </form>
  );
}

export function Stamps({ incident, mayAct }: { incident: Incident; mayAct: boolean }) {
  const [isEditing, setIsEditing] = useState(false);
  return (
    <Panel
      title={said.timeline}
      actions={
        mayAct &&
        !isEditing && (
          <Button size="compact-sm" variant="subtle" onClick={() => setIsEditing(true)}>
            {said.changeStamps}
          </Button>
        )
      }
    >
      {isEditing ? (
        <StampFields incident={incident} onDone={() => setIsEditing(false)} />
      ) : (
        <dl className={classes['stamps']}>
          {STAMPS.map((stamp) => {
            const at = incident.review.stamps[stamp];
            return (
              <div key={stamp}>
                <dt>{said.stamps[stamp]}</dt>
                <dd>{at === null ? '–' : <Instant at={at} />}</dd>
              </div>
            );
          })}
        </dl>
      )}
    </Panel>
  );
}
