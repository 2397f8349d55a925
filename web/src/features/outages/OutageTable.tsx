/** What is on the map, for who reads: the same outages, sorted as one likes, and as a file. */
import { Button, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { stageAt } from '@watchdesk/domain/outage';
import { use, useState } from 'react';
import { FilesMenu, paperWords, type Files } from '../../charts/index.ts';
import { SeverityBadge, StageWord } from '../../incidents/index.ts';
import { nameOf, type OutageBrief, type PlayClock, Shape, type Shown, spanOf, whereOf as whereIn } from '../../outage-map/index.ts';
import { useSession } from '../../session/session.ts';
import { ClockContext, formatCount, formatFullInstant, formatInstant, NONE, Panel, ScrollRegion } from '../../ui/index.ts';
import classes from './map.module.css';
import { words } from './messages.ts';
import { useTold } from './use-map-clock.ts';

const text = words.table;
type Column = keyof typeof text.columns;
const PAGE = 20;

interface OutageTableProps {
  clock: PlayClock;
  shown: Shown;
  timeZone: string;
  /** The instant in words. */
  whenOf: (at: number) => string;
  siteName: (id: string) => string;
  open: string | undefined;
  onOpen: (id: string) => void;
}

export function OutageTable({ clock, shown, timeZone, whenOf, siteName, open, onOpen }: OutageTableProps) {
  const at = useTold(clock);
  const outages = shown.at(at);
  const incidents = shown.incidentsAt(at);
  const [{ by, isDown }, setSort] = useState<{ by: Column; isDown: boolean }>({ by: 'startedAt', isDown: true });
  const [limit, setLimit] = useState(PAGE);
  const whereOf = (one: OutageBrief) => whereIn(one, siteName);
  const stageOf = (one: OutageBrief) => stageAt(spanOf(one), at);
  const valueOf: Record<Column, (one: OutageBrief) => string | number> = {
    severity: ({ severity }) => severity,
    name: nameOf,
    source: ({ source }) => source,
    where: whereOf,
    stage: (one) => words.stages[stageOf(one)],
    startedAt: ({ startedAt }) => startedAt,
    endedAt: ({ endedAt, estimatedAt }) => endedAt ?? estimatedAt ?? '',
    customers: ({ customers }) => customers ?? -1,
  };
  const of = valueOf[by];
  const sorted = outages.toSorted((a, b) => {
    const [one, other] = [of(a), of(b)];
    const order = typeof one === 'number' ? one - Number(other) : one.localeCompare(String(other));
    return (isDown ? -order : order) || a.id.localeCompare(b.id);
  });
  return (
    <Panel
      title={text.title}
      sentence={text.sentence(outages.length, whenOf(at))}
      actions={<TableFiles outages={sorted} timeZone={timeZone} whereOf={whereOf} stageOf={(one) => words.stages[stageOf(one)]} />}
      flush
    >
      {incidents.length > 0 && (
        <ul className={classes['incidents']} aria-label={text.incidents}>
          {incidents.map(({ id, title, severity, stage }) => (
            <li key={id}>
              <SeverityBadge severity={severity} />
              <Link to="/incidents/$incidentId" params={{ incidentId: id }} className={classes['link']}>
                {id} <bdi>{title}</bdi>
              </Link>
              <StageWord stage={stage} />
            </li>
          ))}
        </ul>
      )}
      {sorted.length === 0 ? (
        <p className={classes['quiet']}>{text.none}</p>
      ) : (
        <ScrollRegion className={classes['scroll']} label={text.title}>
          <table className={classes['table']}>
            <thead>
              <tr>
                {(Object.keys(text.columns) as Column[]).map((column) => (
                  <th key={column} scope="col" aria-sort={column === by ? (isDown ? 'descending' : 'ascending') : 'none'}>
                    <UnstyledButton
                      className={classes['sort']}
                      aria-label={text.sortBy(text.columns[column])}
                      onClick={() => setSort({ by: column, isDown: column === by ? !isDown : false })}
                    >
                      {text.columns[column]}
                      {column === by &&
                        (isDown ? <IconArrowDown size={12} aria-hidden="true" /> : <IconArrowUp size={12} aria-hidden="true" />)}
                    </UnstyledButton>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sorted.slice(0, limit).map((one) => (
                <tr key={one.id} data-open={one.id === open || undefined}>
                  <td data-label={text.columns.severity}>
                    <span className={classes['marked']}>
                      <Shape severity={one.severity} isPlanned={one.isPlanned} />
                      {one.severity}
                    </span>
                  </td>
                  <td data-label={text.columns.name} data-wide>
                    <button type="button" className={classes['link']} onClick={() => onOpen(one.id)}>
                      <bdi>{nameOf(one)}</bdi>
                    </button>
                    {one.isPlanned && <span className={classes['tag']}>{words.panel.planned}</span>}
                  </td>
                  <td data-label={text.columns.source} data-spare>
                    <bdi>{one.source}</bdi>
                  </td>
                  <td data-label={text.columns.where}>
                    <bdi>{whereOf(one)}</bdi>
                  </td>
                  <td data-label={text.columns.stage} data-spare>
                    {words.stages[stageOf(one)]}
                  </td>
                  <td data-label={text.columns.startedAt}>{formatInstant(one.startedAt, at, timeZone)}</td>
                  <td data-label={text.columns.endedAt}>
                    {one.endedAt
                      ? formatInstant(one.endedAt, at, timeZone)
                      : one.estimatedAt
                        ? `${text.estimated} ${formatInstant(one.estimatedAt, at, timeZone)}`
                        : NONE}
                  </td>
                  <td className={classes['number']} data-label={text.columns.customers} data-spare>
                    {formatCount(one.customers)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {sorted.length > limit && (
        <div className={classes['cut']}>
          <Button size="xs" variant="default" onClick={() => setLimit(limit + 10 * PAGE)}>
            {text.more(Math.min(10 * PAGE, sorted.length - limit))}
          </Button>
        </div>
      )}
    </Panel>
  );
}

interface TableFilesProps {
  outages: readonly OutageBrief[];
  timeZone: string;
  whereOf: (one: OutageBrief) => string;
  stageOf: (one: OutageBrief) => string;
}

function TableFiles({ outages, timeZone, whereOf, stageOf }: TableFilesProps) {
  const { person } = useSession();
  const clock = use(ClockContext);
  const files = (): Files => {
    const columns = Object.values(text.columns);
    const rows = outages.map((one) => [
      one.severity,
      nameOf(one),
      one.source,
      whereOf(one),
      stageOf(one),
      one.startedAt,
      one.endedAt ?? (one.estimatedAt ? `${text.estimated} ${one.estimatedAt}` : ''),
      one.customers,
    ]);
    return {
      sheet: {
        title: words.title,
        sentence: text.sentence(outages.length, ''),
        columns,
        rows: rows.map((row) => row.map((cell) => String(cell ?? ''))),
        figures: [],
      },
      file: text.file,
      table: { columns, rows },
      json: outages,
      drawable: null,
      context: async () => [
        [paperWords.zone, timeZone],
        [paperWords.scope, `${person.name}, ${person.role}`],
        [paperWords.asOf, formatFullInstant(clock.now(), timeZone)],
      ],
    };
  };
  return <FilesMenu of={files} />;
}
