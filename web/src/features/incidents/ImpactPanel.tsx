/** What it did: customers and tickets counted once, promises breached, where and to whom, and what they pay. */
import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Incident } from '../../api/client.ts';
import { changedIn, Overtaken, useDraft } from '../../drafts/index.ts';
import { useIncidentDeed, useMayAct } from '../../incidents/index.ts';
import { Duration, ErrorState, formatCount, formatMoney, Panel, sentenceCase } from '../../ui/index.ts';
import { AffectedFields } from './AffectedFields.tsx';
import classes from './incidents.module.css';
import { words } from './messages.ts';

const said = words.impact;

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

function Shares({ title, shares }: { title: string; shares: Incident['impact']['byRegion'] }) {
  const most = Math.max(1, ...shares.map(({ customers }) => customers));
  if (shares.length === 0) return null;
  return (
    <section className={classes['shares']}>
      <h3>{title}</h3>
      <ul>
        {shares.map(({ value, customers, tickets }) => (
          <li key={value}>
            <bdi>{value === '' ? said.unknown : sentenceCase(value)}</bdi>
            <span className={classes['bar']} style={{ width: `${(100 * customers) / most}%` }} />
            <span>{words.hit(customers, tickets)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Affected({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const { services, regions, summary, versions } = incident;
  const own = useDraft(versions.description, { services, regions, summary });
  const { draft, change } = own;
  const deed = useIncidentDeed(incident.id, onDone);
  return (
    <form
      className={classes['composer']}
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate({ do: 'affected', baseVersion: own.base.version, ...changedIn(draft, own.base.saved) });
      }}
    >
      <Textarea
        label={words.declare.summary}
        autosize
        minRows={2}
        value={draft.summary}
        onChange={({ currentTarget }) => change((now) => ({ ...now, summary: currentTarget.value }))}
      />
      <AffectedFields value={draft} onChange={(changed) => change((now) => ({ ...now, ...changed }))} />
      <Overtaken {...own} />
      {deed.error && own.newer === null && <ErrorState error={deed.error} compact />}
      <div className={classes['buttons']}>
        <Button size="xs" variant="default" onClick={onDone}>
          {words.declare.cancel}
        </Button>
        <Button size="xs" type="submit" loading={deed.isPending} disabled={own.newer !== null}>
          {said.save}
        </Button>
      </div>
    </form>
  );
}

export function ImpactPanel({ incident }: { incident: Incident }) {
  const { impact, impactSeconds, services, stage } = incident;
  const [isEditing, setIsEditing] = useState(false);
  const mayAct = useMayAct() && stage !== 'dismissed';
  return (
    <Panel
      title={said.title}
      sentence={said.sentence}
      actions={
        mayAct &&
        !isEditing && (
          <Button size="compact-sm" variant="subtle" onClick={() => setIsEditing(true)}>
            {said.edit}
          </Button>
        )
      }
    >
      {isEditing && <Affected incident={incident} onDone={() => setIsEditing(false)} />}
      <dl className={classes['facts']}>
        <Fact label={said.customers}>{formatCount(impact.customers)}</Fact>
        <Fact label={said.tickets}>
          {formatCount(impact.tickets)}
          <span>
            {said.open(impact.open)} {impact.duplicates > 0 && said.duplicates(impact.duplicates)}
          </span>
        </Fact>
        <Fact label={said.organisations}>{formatCount(impact.organisations)}</Fact>
        <Fact label={said.breached}>
          {formatCount(impact.breachedPromises)}
          {impact.breachedTickets > 0 && <span>{said.ofTickets(impact.breachedTickets)}</span>}
        </Fact>
        {impact.revenue.map(({ currency, amount, organisations }) => (
          <Fact key={currency} label={said.revenue}>
            {formatMoney(amount, currency === '' ? null : currency)}
            <span>{said.revenueOf(organisations)}</span>
          </Fact>
        ))}
        {impactSeconds !== null && (
          <Fact label={said.duration}>
            <Duration seconds={impactSeconds} />
          </Fact>
        )}
        <Fact label={said.services}>{services.length === 0 ? said.none : services.join(', ')}</Fact>
      </dl>
      {impact.byClock.length > 0 && (
        <section className={classes['shares']}>
          <h3>{said.byClock}</h3>
          <ul>
            {impact.byClock.map(({ clock, breached, tickets }) => (
              <li key={clock}>
                <bdi>{sentenceCase(clock)}</bdi>
                <span>{said.breachedOf(breached, tickets)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Shares title={said.regions} shares={impact.byRegion} />
      <Shares title={said.tiers} shares={impact.byTier} />
    </Panel>
  );
}
