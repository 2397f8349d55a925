/**
 * Brings the rows of one ticket together, wherever they stand in the file. They are kept in memory as long as they are
 * few; beyond that they are dealt out by their key to files of a temporary folder, each small enough to be taken into
 * memory by itself. Sorting the whole file would do the same at a higher price: only rows of one ticket have an order.
 */
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareEntries, type Entry } from './entry.ts';

export interface Grouping {
  add(entry: Entry): void;
  /** The entries of one key after another, in their order; rows that say the same once. Call once, after the last `add`. */
  groups(): Generator<Entry[]>;
  /** Removes what lies on disk. */
  close(): void;
}

/** An import should fit beside the server on a small machine. */
const MEMORY_BYTES = 192e6;
/** A hundred million rows of 600 bytes are 60 GB: 230 MB in each. */
const BUCKETS = 256;
const WRITE_BYTES = 1 << 18;

export function createGrouping({ memoryBytes = MEMORY_BYTES, directory = tmpdir() } = {}): Grouping {
  let held = new Map<string, Entry[]>();
  let heldBytes = 0;
  let spill: Spill | undefined;

  return {
    add(entry) {
      if (spill) return spill.write(entry);
      put(held, entry);
      heldBytes += sizeOf(entry);
      if (heldBytes <= memoryBytes) return;
      spill = createSpill(directory);
      for (const entries of held.values()) entries.forEach(spill.write);
      held = new Map();
    },
    *groups() {
      if (!spill) return yield* inOrder(held);
      for (const entries of spill.read()) {
        const bucket = new Map<string, Entry[]>();
        for (const entry of entries) put(bucket, entry);
        yield* inOrder(bucket);
      }
    },
    close: () => spill?.remove(),
  };
}

function put(groups: Map<string, Entry[]>, entry: Entry): void {
  const group = groups.get(entry.key);
  if (group) group.push(entry);
  else groups.set(entry.key, [entry]);
}

function* inOrder(groups: Map<string, Entry[]>): Generator<Entry[]> {
  for (const [key, entries] of groups) {
    groups.delete(key); // what was given need not be kept
    entries.sort(compareEntries);
    yield entries.filter((entry, index) => index === 0 || compareEntries(entries[index - 1]!, entry) !== 0);
  }
}

/** In memory: the row's own text, its values, and what the engine adds for the objects. */
const sizeOf = ({ raw, values }: Entry) => raw.length * 2 + values.length * 24 + 300;

interface Spill {
  write(entry: Entry): void;
  read(): Generator<Entry[]>;
  remove(): void;
}

const PREFIX = 'watchdesk-import-';
/** One that is at work writes, or says that it reads, far oftener. */
const DEAD_AFTER_MS = 24 * 3_600_000;

/** Removes what imports left in a folder when they died. */
export function removeDeadSpills(directory: string = tmpdir()): void {
  const isDead = (folder: string) => {
    const changedAt = [folder, ...readdirSync(folder).map((name) => join(folder, name))].map((path) => statSync(path).mtimeMs);
    return Math.max(...changedAt) < Date.now() - DEAD_AFTER_MS;
  };
  for (const name of readdirSync(directory)) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(directory, name);
    try {
      if (isDead(folder)) rmSync(folder, { recursive: true, force: true });
    } catch {
      // It is somebody else's, or has gone meanwhile.
    }
  }
}

function createSpill(directory: string): Spill {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  removeDeadSpills(directory);
  const folder = mkdtempSync(join(directory, PREFIX));
  const waiting = Array.from({ length: BUCKETS }, () => '');
  const fileOf = (bucket: number) => join(folder, `${bucket}.jsonl`);
  const flush = (bucket: number) => {
    if (waiting[bucket] === '') return;
    appendFileSync(fileOf(bucket), waiting[bucket]!);
    waiting[bucket] = '';
  };
  return {
    write(entry) {
      const bucket = bucketOf(entry.key);
      waiting[bucket] += `${JSON.stringify(entry)}\n`;
      if (waiting[bucket]!.length > WRITE_BYTES) flush(bucket);
    },
    *read() {
      for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
        flush(bucket);
        utimesSync(folder, new Date(), new Date());
        if (existsSync(fileOf(bucket))) yield readLines(fileOf(bucket));
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function readLines(file: string): Entry[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  lines.pop();
  return lines.map((line) => JSON.parse(line) as Entry);
}

/** FNV-1a: quick, and the same in every process, so that an interrupted import finds its order again. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash >>> 8) % BUCKETS;
}
