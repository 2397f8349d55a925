/** People beside each other: a row for each person and a column for each figure, with the median below. On a phone, cards. */
import { UnstyledButton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { ComparedPerson, Metric, PeopleComparison } from '../../api/client.ts';
import { numberMessages, useExplain, valueWords, type Explained, type Filter } from '../../numbers/index.ts';
import { AgentLink } from '../../reach/index.ts';
import { formatCount, formatShare, NONE, ScrollRegion } from '../../ui/index.ts';
import { ordered, orderAfter } from './compared.ts';
import { FigureCell } from './FigureCell.tsx';
import { messages } from './messages.ts';
import classes from './table.module.css';

const words = messages.compare;
const route = getRouteApi('/inside/people');

interface MatrixProps {
  comparison: PeopleComparison;
  metrics: readonly Metric[];
  /** Of the team that is compared. */
  filters: readonly Filter[];
  label: string;
}

function Heading({ id, label }: { id: string; label: string }) {
  const { sort } = route.useSearch();
  const navigate = route.useNavigate();
  const direction = sort === id ? 'ascending' : sort === `-${id}` ? 'descending' : 'none';
  return (
    <th scope="col" aria-sort={direction}>
      <UnstyledButton
        className={classes['sort']}
        title={words.sortBy(label)}
        onClick={() =>
          void navigate({ search: (previous) => ({ ...previous, sort: orderAfter(sort, id) }), replace: true, resetScroll: false })
        }
      >
        {label} {direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : ''}
      </UnstyledButton>
    </th>
  );
}

/** Tickets in hand, by whether the next step is ours; each number explains itself. */
function Hand({ person, explained }: { person: ComparedPerson; explained: (statuses: readonly string[]) => Explained }) {
  const explain = useExplain();
  const all = person.open + person.waiting;
  return (
    <div className={classes['figure']}>
      <UnstyledButton
        className={classes['value']}
        aria-label={numberMessages.explainValue(messages.columns.handLabel(person.name), formatCount(all))}
        onClick={() => explain(explained(['new', 'open', 'pending', 'on_hold']))}
      >
        {formatCount(all)}
      </UnstyledButton>
      <span className={classes['beside']}>{messages.columns.open(formatCount(person.open), formatCount(person.waiting))}</span>
    </div>
  );
}

function Row({
  person,
  metrics,
  filters,
  resolved,
}: Pick<MatrixProps, 'metrics' | 'filters'> & { person: ComparedPerson; resolved: Metric }) {
  const { name, figures, load, teams, supportTier, speciality } = person;
  const explained = (metric: string, more: readonly Filter[] = []): Explained => ({
    metric,
    filters: [...filters, ...more, { dimension: 'agent', values: [person.id] }],
  });
  return (
    <tr>
      <th scope="row" aria-label={name}>
        <span className={classes['name']}>
          <AgentLink id={person.id}>{name}</AgentLink>
          <small>{[supportTier, ...teams.map((team) => team.name)].filter(Boolean).join(' · ')}</small>
          {speciality && (
            <small>{messages.columns.speciality(speciality.kind, formatShare(speciality.share), formatShare(speciality.usual))}</small>
          )}
        </span>
      </th>
      {metrics.map((metric) => (
        <td key={metric.id} data-label={metric.label}>
          <FigureCell
            figure={figures[metric.id]}
            metric={metric}
            name={name}
            explained={explained(metric.id)}
            {...(metric.id === 'tickets_answered' ? { share: load } : {})}
          />
        </td>
      ))}
      <td data-label={messages.columns.resolved}>
        <FigureCell figure={figures['resolved']} metric={resolved} name={name} explained={explained('resolved')} />
      </td>
      <td data-label={messages.columns.hand}>
        <Hand person={person} explained={(values) => explained('backlog', [{ dimension: 'status', values }])} />
      </td>
    </tr>
  );
}

function Medians({ comparison, metrics, hasTeam }: Pick<MatrixProps, 'comparison' | 'metrics'> & { hasTeam: boolean }) {
  const median = (id: string) => comparison.medians[id] ?? null;
  if (metrics.every(({ id }) => median(id) === null)) return null;
  return (
    <tr data-median>
      <th scope="row">{hasTeam ? words.median : words.medianAll}</th>
      {metrics.map(({ id, label, unit }) => {
        const found = median(id);
        return (
          <td key={id} data-label={label} title={found ? messages.fair.n(formatCount(found.people)) : undefined}>
            {found ? valueWords(found.value, unit) : NONE}
          </td>
        );
      })}
      <td data-label={messages.columns.resolved}>{valueWords(median('resolved')?.value ?? null, 'count')}</td>
      <td data-label={messages.columns.hand}>{NONE}</td>
    </tr>
  );
}

export function Matrix({ comparison, metrics, filters, label, resolved }: MatrixProps & { resolved: Metric }) {
  const { sort } = route.useSearch();
  return (
    <ScrollRegion className={classes['scroll']} label={messages.scroll(label)}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <Heading id="name" label={words.person} />
            {metrics.map((metric) => (
              <Heading key={metric.id} id={metric.id} label={metric.label} />
            ))}
            <Heading id="resolved" label={messages.columns.resolved} />
            <Heading id="hand" label={messages.columns.hand} />
          </tr>
        </thead>
        <tbody>
          {ordered(comparison.people, sort).map((person) => (
            <Row key={person.id} person={person} metrics={metrics} filters={filters} resolved={resolved} />
          ))}
          <Medians comparison={comparison} metrics={metrics} hasTeam={filters.length > 0 || comparison.sees !== 'all'} />
        </tbody>
      </table>
    </ScrollRegion>
  );
}
