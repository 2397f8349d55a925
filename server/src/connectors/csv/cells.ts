/**
 * A mapping's cells bound to the columns of one file: functions from a row's fields to text. Null tokens become null,
 * space at either end goes, and what a map does not know is `undefined`, for whoever asked to decide about.
 */
import { type Actor, ACTOR_KINDS, type ActorKind, type Status } from '@watchdesk/domain/event';
import type { Header } from './header.ts';
import type { ActorCell, Cell, Moment } from './mapping.ts';

export type Fields = readonly string[];

export interface BoundCell {
  /** The text as the file has it, trimmed; null for nothing. */
  raw(fields: Fields): string | null;
  /** What the raw text stands for; undefined when a map is given, does not know it and has no `otherwise`. */
  meaning(raw: string): string | null | undefined;
  /** Everything its map can answer, to be checked before a row is read. */
  readonly meanings: readonly string[];
  readonly readWhen: readonly Status[] | undefined;
  readonly as: 'text' | 'number' | 'boolean';
  readonly split: string | undefined;
}

export interface Binding {
  readonly header: Header;
  readonly nulls: readonly string[];
}

/** `field` is the cell's place in the mapping, for messages. */
export function bindCell(cell: Cell, field: string, { header, nulls }: Binding): BoundCell {
  if (typeof cell === 'string') return bindCell({ column: cell }, field, { header, nulls });
  const plain = { meaning: (raw: string) => raw, meanings: [], readWhen: undefined, as: 'text', split: undefined } as const;
  if ('value' in cell) return { ...plain, raw: () => cell.value };
  if ('template' in cell) return { ...plain, raw: bindTemplate(cell.template, field, { header, nulls }) };
  const { prefix = '', map, otherwise, readWhen, as = 'text', split } = cell;
  const translate = map || otherwise !== undefined ? translation(map ?? {}, otherwise) : undefined;
  const meanings = [...Object.values(map ?? {}), otherwise].filter((text) => typeof text === 'string');
  const meaning = (raw: string) => {
    const text = translate ? translate(raw) : raw;
    return text === null || text === undefined ? text : prefix + text;
  };
  return { raw: bindColumn(cell.column, field, { header, nulls: cell.nulls ?? nulls }), meaning, meanings, readWhen, as, split };
}

/** How a fault names the place of a cell: by what stands over it in the file; `field` is its place in the mapping, for one that has no column. */
export function placeOf(cell: Cell | Moment, field: string): string {
  if (typeof cell === 'string') return `column "${cell}"`;
  if ('column' in cell) return `column "${cell.column}"`;
  return 'template' in cell ? `"${cell.template}"` : field;
}

/** The text of a column; null for an empty field or a null token. */
export function bindColumn(column: string, field: string, { header, nulls }: Binding): (fields: Fields) => string | null {
  const index = header.indexOf(column, field);
  const nothing = new Set(['', ...nulls.map((token) => token.trim())]);
  return (fields) => {
    const text = fields[index]!.trim();
    return nothing.has(text) ? null : text;
  };
}

/** Text with columns in braces. A column that holds nothing leaves no trace; null when nothing remains. */
export function bindTemplate(template: string, field: string, binding: Binding): (fields: Fields) => string | null {
  const parts = template.split(/\{([^{}]+)\}/).map((part, index) => (index % 2 === 0 ? part : bindColumn(part, field, binding)));
  return (fields) => {
    const columns = parts.map((part) => (typeof part === 'string' ? part : (part(fields) ?? '')));
    const hasAny = parts.some((part, index) => typeof part !== 'string' && columns[index] !== '');
    return hasAny ? columns.join('').trim() : null;
  };
}

export function translation(
  map: Readonly<Record<string, string | null>>,
  otherwise: string | null | undefined,
): (raw: string) => string | null | undefined {
  const meanings = new Map(Object.entries(map).map(([raw, meaning]) => [fold(raw), meaning]));
  return (raw) => {
    const known = meanings.get(fold(raw));
    return known === undefined ? otherwise : known;
  };
}

const fold = (raw: string) => raw.trim().toLowerCase();

const MOST_ACTORS = 10_000;

/** Who made the change a row tells of. */
export function bindActor(actor: ActorCell | undefined, binding: Binding): (fields: Fields) => Actor {
  const system: Actor = { kind: 'system' };
  if (!actor) return () => system;
  const id = actor.id === undefined ? undefined : bindCell(actor.id, 'actor.id', binding);
  const kind = bindKind(actor.kind, binding);
  // Rows are many and may have to wait in memory; those who act are few.
  const known = new Map<string, Actor>();
  const remembered = (one: Actor): Actor => {
    const key = `${one.kind}\0${one.id ?? ''}`;
    if (known.size > MOST_ACTORS) known.clear();
    return known.get(key) ?? (known.set(key, one), one);
  };
  return (fields) => {
    const raw = id?.raw(fields);
    const who = raw === null || raw === undefined ? undefined : (id!.meaning(raw) ?? undefined);
    return remembered(who === undefined ? { kind: kind(fields) } : { kind: kind(fields), id: who });
  };
}

function bindKind(kind: ActorCell['kind'], binding: Binding): (fields: Fields) => ActorKind {
  if (typeof kind === 'string') return () => kind;
  const column = bindColumn(kind.column, 'actor.kind', binding);
  const translate = translation(kind.map, kind.otherwise);
  return (fields) => {
    const raw = column(fields);
    const meaning = raw === null ? kind.otherwise : translate(raw);
    return ACTOR_KINDS.find((known) => known === meaning) ?? kind.otherwise;
  };
}
