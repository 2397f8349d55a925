/**
 * The bytes of imports, under the data directory, a folder for each workspace that nobody else may look into. A file comes in parts, so
 * that a lost connection costs a part and a slow one is not cut off; no part is ever whole in memory.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../errors.ts';

export const LONGEST_PART = 8 << 20;

const WHAT = { upload: 'file', 'rejects.csv': 'rejects', spill: 'spill' } as const;

export interface Lying {
  readonly workspaceId: string;
  readonly id: string;
  readonly what: (typeof WHAT)[keyof typeof WHAT];
  readonly path: string;
  readonly touchedAt: number;
}

const namesIn = (directory: string): Promise<string[]> => readdir(directory).catch(() => []);

export function createFiles(dataDir: string) {
  // Names of workspaces are made of letters, figures and hyphens; this holds even if they once were not.
  const folder = (workspaceId: string) => join(dataDir, 'imports', encodeURIComponent(workspaceId).replaceAll('.', '%2E'));
  const paths = (workspaceId: string, id: string) => ({
    file: join(folder(workspaceId), `${id}.upload`),
    rejects: join(folder(workspaceId), `${id}.rejects.csv`),
    /** A folder: rows that wait for the others of their ticket. */
    spill: join(folder(workspaceId), `${id}.spill`),
  });
  return {
    paths,

    async make(workspaceId: string, id: string): Promise<void> {
      await mkdir(folder(workspaceId), { recursive: true, mode: 0o700 });
      await (await open(paths(workspaceId, id).file, 'wx', 0o600)).close();
    },

    /** Writes a part at its place and gives its length. Refused when it is longer than `most`: the next one is then written over it. */
    async write(workspaceId: string, id: string, offset: number, part: Readable, most: number): Promise<number> {
      let length = 0;
      // What is too much is read and let go: a request that is broken off gets no answer.
      const counted = new Transform({
        transform(piece: Buffer, _encoding, done) {
          const room = Math.max(most - length, 0);
          length += piece.length;
          if (length > most + LONGEST_PART) done(tooLong());
          else done(null, piece.subarray(0, room));
        },
      });
      const { file } = paths(workspaceId, id);
      await requireFile(file);
      await pipeline(part, counted, createWriteStream(file, { flags: 'r+', start: offset }));
      if (length > most) throw tooLong();
      return length;
    },

    isThere: (path: string) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    requireFile,

    removeFile: (workspaceId: string, id: string) => rm(paths(workspaceId, id).file, { force: true }),
    removeRejects: (workspaceId: string, id: string) => rm(paths(workspaceId, id).rejects, { force: true }),
    removeSpill: (workspaceId: string, id: string) => rm(paths(workspaceId, id).spill, { recursive: true, force: true }),

    /** Everything that lies here, with when it was last touched, in milliseconds. */
    async *lying(): AsyncGenerator<Lying> {
      const root = join(dataDir, 'imports');
      for (const name of await namesIn(root))
        for (const one of await namesIn(join(root, name))) {
          const [, id, kind] = /^([0-9a-f-]{36})\.(upload|rejects\.csv|spill)$/.exec(one) ?? [];
          const path = join(root, name, one);
          const touched = await stat(path).catch(() => null);
          if (id && kind && touched)
            yield { workspaceId: decodeURIComponent(name), id, what: WHAT[kind as keyof typeof WHAT], path, touchedAt: touched.mtimeMs };
        }
    },
    remove: (path: string) => rm(path, { recursive: true, force: true }),
  };
}

const tooLong = () => new Refusal('too_large', `A part must be at most ${LONGEST_PART} bytes, and all of them as many as were announced`);

/** Several servers may share a database and not a data directory. */
async function requireFile(path: string): Promise<void> {
  await stat(path).catch(() => {
    throw new Refusal(
      'not_possible',
      'The file is not on this server any more. Choose it again: what was imported already comes in only once.',
    );
  });
}

export type Files = ReturnType<typeof createFiles>;
