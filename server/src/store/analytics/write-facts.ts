/** Facts → rows in ClickHouse: gathers what belongs to one insert, a buffer per table, and sends all tables at once. */
import { createHash } from 'node:crypto';
import type { TicketFacts } from '@watchdesk/domain/fact';
import type { Analytics } from './analytics.ts';
import type { Column } from './columns.ts';
import type { Tombstone } from './ledger.ts';
import { RowWriter } from './row-writer.ts';
import { CHILD_HEAD, CHILD_TABLES, type ChildTable, type Subject, TICKET_COLUMNS, TICKET_HEAD } from './tables.ts';

export interface FactWriter {
  add(subject: Subject, facts: TicketFacts): void;
  bury(tombstones: readonly Tombstone[]): void;
  /** Sends what was gathered. Should it fail, the same may be gathered and sent again. */
  send(): Promise<void>;
  clear(): void;
}

const TICKET = [...TICKET_HEAD, ...TICKET_COLUMNS].map(({ name }) => name);
const childColumns = ({ columns }: Pick<ChildTable, 'columns'>) => [
  ...CHILD_HEAD.map(({ name }) => name),
  'ordinal',
  ...columns.map(({ name }) => name),
];

const BURIED: readonly Column<Tombstone>[] = [
  { name: 'workspace_id', kind: 'label', of: (tombstone) => tombstone.workspaceId },
  { name: 'ticket', kind: 'text', of: (tombstone) => tombstone.ticket },
  { name: 'version', kind: 'whole', of: (tombstone) => tombstone.version },
  { name: 'is_deleted', kind: 'flag', of: () => true },
];
const BURIED_TICKET: readonly Column<Tombstone>[] = [
  ...BURIED,
  { name: 'created_at', kind: 'instant', of: (tombstone) => tombstone.createdAt },
];
const BURIED_CHILD: readonly Column<Tombstone>[] = [
  ...BURIED,
  { name: 'created_month', kind: 'month', of: (tombstone) => tombstone.createdAt },
  { name: 'ordinal', kind: 'count', of: (tombstone) => tombstone.ordinal },
];
const buriedColumns = (table: string) => (table === 'ticket_fact' ? BURIED_TICKET : BURIED_CHILD);

/**
 * `salt` makes a run's tokens its own: a rebuild writes again what an earlier run has written, and must not be taken
 * for a repetition of it.
 */
export function createFactWriter(analytics: Analytics, salt = ''): FactWriter {
  const rows = new Map<string, { readonly columns: readonly string[]; readonly writer: RowWriter }>();
  const tombs = new Map<string, RowWriter>();
  rows.set('ticket_fact', { columns: TICKET, writer: new RowWriter() });
  for (const table of CHILD_TABLES) rows.set(table.name, { columns: childColumns(table), writer: new RowWriter() });
  const head = new RowWriter(1 << 10);

  const addChildren = <Row>(table: ChildTable<Row>, facts: TicketFacts): void => {
    const { writer } = rows.get(table.name)!;
    for (const [ordinal, row] of table.rowsOf(facts).entries()) {
      writer.copy(head.bytes());
      writer.count(ordinal);
      writer.row(table.columns, row);
    }
  };
  const clear = () => {
    for (const { writer } of rows.values()) writer.clear();
    tombs.clear();
  };
  return {
    add: (subject, facts) => {
      const { writer } = rows.get('ticket_fact')!;
      writer.row(TICKET_HEAD, subject);
      writer.row(TICKET_COLUMNS, facts.ticket);
      head.clear();
      head.row(CHILD_HEAD, subject);
      for (const table of CHILD_TABLES) addChildren(table as ChildTable<unknown>, facts);
    },
    bury: (tombstones) => {
      for (const tombstone of tombstones) {
        const writer = tombs.get(tombstone.table) ?? new RowWriter(1 << 10);
        tombs.set(tombstone.table, writer);
        writer.row(buriedColumns(tombstone.table), tombstone);
      }
    },
    send: async () => {
      const insert = (table: string, columns: readonly string[], bytes: Buffer) =>
        analytics.insert(table, columns, bytes, `${salt}${table}-${createHash('sha1').update(bytes).digest('hex')}`);
      await Promise.all([...rows].map(([table, { columns, writer }]) => insert(table, columns, writer.bytes())));
      const buried = [...tombs].map(([table, writer]) =>
        insert(
          table,
          buriedColumns(table).map(({ name }) => name),
          writer.bytes(),
        ),
      );
      await Promise.all(buried);
      clear();
    },
    clear,
  };
}
