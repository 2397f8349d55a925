/** Facts → rows in ClickHouse: gathers what belongs to one insert, a buffer per table, and sends all tables at once. */
import { createHash } from 'node:crypto';
import { TICKET_DAYS, type TicketFacts } from '@watchdesk/domain/fact';
import type { Analytics } from './analytics.ts';
import type { Column } from './columns.ts';
import type { Tombstone } from './ledger.ts';
import { RowWriter } from './row-writer.ts';
import {
  CHILD_HEAD,
  CHILD_TABLES,
  type ChildTable,
  PLACE,
  type Place,
  type Subject,
  TICKET_COLUMNS,
  TICKET_HEAD,
  TICKET_PLACE,
} from './tables.ts';

export interface FactWriter {
  add(subject: Subject, facts: TicketFacts): void;
  bury(tombstones: readonly Tombstone[]): void;
  /** Sends what was gathered. Should it fail, the same may be gathered and sent again. */
  send(): Promise<void>;
  clear(): void;
}

const TICKET = [...TICKET_HEAD, ...TICKET_PLACE, ...TICKET_COLUMNS].map(({ name }) => name);
const childColumns = ({ columns }: Pick<ChildTable, 'columns'>) => [...CHILD_HEAD, ...PLACE, ...columns].map(({ name }) => name);

/** As the rows of its table begin; what follows is of no interest. */
const BURIED: readonly Column<Tombstone>[] = [
  { name: 'workspace_id', kind: 'label', of: (tombstone) => tombstone.workspaceId },
  { name: 'ticket', kind: 'text', of: (tombstone) => tombstone.ticket },
  { name: 'version', kind: 'whole', of: (tombstone) => tombstone.version },
  { name: 'is_deleted', kind: 'flag', of: () => true },
];

interface TableWriter {
  readonly names: readonly string[];
  readonly head: readonly Pick<Column<never>, 'kind'>[];
  readonly place: readonly Column<Place>[];
  readonly columns: readonly Pick<Column<never>, 'kind'>[];
  readonly writer: RowWriter;
}

/**
 * `salt` makes a run's tokens its own: a rebuild writes again what an earlier run has written, and must not be taken
 * for a repetition of it.
 */
export function createFactWriter(analytics: Analytics, salt = ''): FactWriter {
  const tables = new Map<string, TableWriter>();
  tables.set('ticket_fact', {
    names: TICKET,
    head: TICKET_HEAD,
    place: TICKET_PLACE,
    columns: TICKET_COLUMNS,
    writer: new RowWriter(),
  });
  for (const table of CHILD_TABLES)
    tables.set(table.name, {
      names: childColumns(table),
      head: CHILD_HEAD,
      place: PLACE,
      columns: table.columns,
      writer: new RowWriter(),
    });
  const head = new RowWriter(1 << 10);

  const addChildren = <Row>(table: ChildTable<Row>, facts: TicketFacts): void => {
    const { writer } = tables.get(table.name)!;
    for (const [ordinal, row] of table.rowsOf(facts).entries()) {
      writer.copy(head.bytes());
      writer.row(PLACE, { day: table.days.of(row, facts.head), ordinal });
      writer.row(table.columns, row);
    }
  };
  const clear = () => {
    for (const { writer } of tables.values()) writer.clear();
  };
  return {
    add: (subject, facts) => {
      const { writer } = tables.get('ticket_fact')!;
      writer.row(TICKET_HEAD, subject);
      writer.row(TICKET_PLACE, { day: TICKET_DAYS.of(facts.ticket, facts.head), ordinal: 0 });
      writer.row(TICKET_COLUMNS, facts.ticket);
      head.clear();
      head.row(CHILD_HEAD, subject);
      for (const table of CHILD_TABLES) addChildren(table as ChildTable<unknown>, facts);
    },
    // With the rows that take their places, so that nobody sees both for longer than an insert takes.
    bury: (tombstones) => {
      for (const tombstone of tombstones) {
        const table = tables.get(tombstone.table)!;
        table.writer.row(BURIED, tombstone);
        table.writer.blank(table.head.slice(BURIED.length));
        table.writer.row(table.place, tombstone);
        table.writer.blank(table.columns);
      }
    },
    send: async () => {
      const insert = (table: string, { names, writer }: TableWriter) => {
        const bytes = writer.bytes();
        return analytics.insert(table, names, bytes, `${salt}${table}-${createHash('sha1').update(bytes).digest('hex')}`);
      };
      await Promise.all([...tables].map(([name, table]) => insert(name, table)));
      clear();
    },
    clear,
  };
}
