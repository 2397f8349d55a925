/** The front page of the place: teams against their targets, then people beside each other, and what is worth saying of them. */
import { Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { PeopleComparison } from '../../api/client.ts';
import { ChartPanel, type Table } from '../../charts/index.ts';
import { useCatalogue, useValues, type Filter } from '../../numbers/index.ts';
import { usePeriod, useTimeZone } from '../../period/viewing.ts';
import { BlockSkeleton, EmptyState, ErrorState, formatCount, Panel, problemOf, SectionTitle } from '../../ui/index.ts';
import { ENOUGH, FIGURES } from './compared.ts';
import { FairNotes } from './FairNotes.tsx';
import { Matrix } from './Matrix.tsx';
import { messages } from './messages.ts';
import classes from './people.module.css';
import { StandOut } from './StandOut.tsx';
import { TeamsTable } from './TeamsTable.tsx';
import { useComparison } from './use-people.ts';

const words = messages.compare;
const route = getRouteApi('/inside/people');

function TeamPicker({ team }: { team: string | undefined }) {
  const navigate = route.useNavigate();
  const teams = useValues('team', { period: usePeriod(), timeZone: useTimeZone() }) ?? [];
  const known = teams.filter(({ value }) => value !== '').map(({ value, label }) => ({ value, label }));
  // What the address names stays chosen, whether or not it did anything in the period.
  const all = team === undefined || known.some(({ value }) => value === team) ? known : [{ value: team, label: team }, ...known];
  return (
    <Select
      size="xs"
      aria-label={words.choose}
      data={[{ value: '', label: words.all }, ...all.toSorted((a, b) => a.label.localeCompare(b.label, 'en'))]}
      value={team ?? ''}
      allowDeselect={false}
      searchable
      onChange={(next) => void navigate({ search: (previous) => ({ ...previous, team: next || undefined }), resetScroll: false })}
    />
  );
}

/** The figures as a file: of each the value, n, and what was expected. */
function fileTable({ people }: PeopleComparison, labelOf: (id: string) => string): Table {
  const ids = [...FIGURES, 'resolved'];
  return {
    columns: [
      words.person,
      ...ids.flatMap((id) => [labelOf(id), `${labelOf(id)}, n`, `${labelOf(id)}, expected`]),
      messages.columns.openLabel,
      messages.columns.waitingLabel,
    ],
    rows: people.map(({ name, figures, open, waiting }) => [
      name,
      ...ids.flatMap((id) => [figures[id]?.value ?? null, figures[id]?.n ?? null, figures[id]?.fair?.expected ?? null]),
      open,
      waiting,
    ]),
  };
}

function sentenceOf({ people, more, sees }: PeopleComparison): string {
  if (sees === 'agent') return words.ownAlone;
  const firm = people.filter(({ figures }) => (figures['tickets_answered']?.value ?? 0) >= ENOUGH).length;
  const count = people.length === 1 ? words.one : words.count(formatCount(people.length), formatCount(firm));
  return more > 0 ? `${count} ${words.more(formatCount(more))}` : count;
}

function Compared({ comparison, team }: { comparison: PeopleComparison; team: string | undefined }) {
  const { data: catalogue } = useCatalogue();
  const metrics = FIGURES.flatMap((id) => catalogue?.metric(id) ?? []);
  const resolved = catalogue?.metric('resolved');
  const filters: Filter[] = team === undefined ? [] : [{ dimension: 'team', values: [team] }];
  if (comparison.sees === 'none')
    return (
      <Panel title={words.title}>
        <EmptyState title={words.sumsAlone} compact>
          {words.sumsAloneText}
        </EmptyState>
      </Panel>
    );
  return (
    <>
      <ChartPanel
        title={words.title}
        sentence={comparison.people.length > 0 ? sentenceOf(comparison) : undefined}
        definition={words.definition}
        isTable
        table={fileTable(comparison, (id) => catalogue?.metric(id)?.label ?? id)}
        file={`people-${comparison.period.from.slice(0, 10)}`}
      >
        {comparison.people.length === 0 || !resolved ? (
          <EmptyState title={words.none} compact>
            {words.noneText}
          </EmptyState>
        ) : (
          <Matrix comparison={comparison} metrics={metrics} resolved={resolved} filters={filters} label={words.title} />
        )}
      </ChartPanel>
      {comparison.people.length > 0 && (
        <>
          {comparison.sees !== 'agent' && <StandOut comparison={comparison} />}
          <FairNotes comparison={comparison} />
        </>
      )}
    </>
  );
}

export function PeoplePage() {
  const { team } = route.useSearch();
  const { data, error, refetch, isPlaceholderData } = useComparison(team);
  const isTeamless = error !== null && !data && problemOf(error).status === 403 && team === undefined;
  return (
    <div className={classes['page']} aria-busy={isPlaceholderData} data-old={isPlaceholderData || undefined}>
      <SectionTitle order={1} title={messages.title} sentence={messages.sentence} actions={<TeamPicker team={team} />} />
      {isTeamless ? (
        <EmptyState title={words.noTeam}>{words.noTeamText}</EmptyState>
      ) : (
        <>
          <TeamsTable />
          {data && <Compared comparison={data} team={team} />}
          {!data && !error && <BlockSkeleton height={420} />}
          {!data && error && (
            <Panel title={words.title}>
              <ErrorState error={error} retry={() => void refetch()} />
            </Panel>
          )}
        </>
      )}
    </div>
  );
}
