/** What was learnt, and the check on it: weeks simulated without an outage beside the real ones. */
import { dayOf } from '../../period/zone.ts';
import { CardTable, formatCount, formatDate, formatDuration, formatNumber, formatShare, Panel } from '../../ui/index.ts';
import { words } from './messages.ts';
import classes from './simulation.module.css';
import type { Baseline } from './use-simulation.ts';

const labels = words.baseline;

/** In per cent, with its sign. */
const off = (simulated: number | null, actual: number | null): string =>
  simulated === null || !actual ? '–' : `${simulated >= actual ? '+' : ''}${formatNumber(100 * (simulated / actual - 1), 1)}\u00a0%`;

const wait = (minutes: number | null) => formatDuration(minutes === null ? null : Math.round(minutes * 60));

function Row({ name, one, share }: { name: string; one: Baseline['all']; share: number | null }) {
  const { simulated, actual } = one;
  const cell = (label: string, shown: string, really: string) => (
    <td data-label={label}>
      {shown}
      <span className={classes['band']}>{labels.actual(really)}</span>
    </td>
  );
  return (
    <tr>
      <td data-wide className={classes['name']}>
        {name}
      </td>
      {cell(labels.columns.tickets, formatCount(Math.round(simulated.tickets)), formatCount(Math.round(actual.tickets)))}
      {cell(labels.columns.mean, wait(simulated.meanWait), wait(actual.meanWait))}
      {cell(labels.columns.median, wait(simulated.medianWait), wait(actual.medianWait))}
      <td data-label={labels.columns.person}>{formatShare(share)}</td>
    </tr>
  );
}

export function BaselineCheck({ baseline }: { baseline: Baseline }) {
  const { all, channels, weeks, from, to, timeZone, staffFrom, workFrom, efficiency, agentsAtWork, satisfaction } = baseline;
  const day = (iso: string, before = 0) => formatDate(dayOf(Date.parse(iso) - before, timeZone));
  const facts = [
    labels.facts(formatNumber(agentsAtWork, 1), formatShare(efficiency)),
    labels.staff[staffFrom],
    labels.work[workFrom],
    satisfaction
      ? labels.satisfaction(formatNumber(-satisfaction.perDoubling, 1), formatCount(satisfaction.responses))
      : labels.noSatisfaction,
  ];
  return (
    <Panel title={labels.title} flush>
      <div className={classes['inset']}>
        <p className={classes['said']}>
          {labels.sentence(off(all.simulated.tickets, all.actual.tickets), off(all.simulated.meanWait, all.actual.meanWait))}
        </p>
        <p className={classes['quiet']}>
          {labels.how(weeks, day(from), day(to, 1))} {facts.join('; ')}.
        </p>
      </div>
      <CardTable columns={labels.columns}>
        <Row name={labels.all} one={all} share={null} />
        {channels.map((one) => (
          <Row key={one.channel} name={one.channel} one={one} share={one.personShare} />
        ))}
      </CardTable>
    </Panel>
  );
}
