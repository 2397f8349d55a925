/**
 * The pages as they are served: made once per change, kept in memory with their compressed forms, and on disk as what they say, from where they are served again when
 * no database can be asked. A page whose truth is not known any more says as of when it was true.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, utimes, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { StatusPage } from '@watchdesk/domain/status-page';
import { atomOf, jsonOf } from './feed.ts';
import { contentSecurity, pathOf, renderPage } from './render.ts';

export type Form = 'html' | 'atom' | 'json';
const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Served {
  readonly etag: string;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
}

export interface Published {
  readonly workspaceId: string;
  readonly page: StatusPage;
  /** Paths that it had before. */
  readonly formerSlugs: readonly string[];
  /** Of which state of things it was made. */
  readonly made: string;
  readonly forms: Readonly<Record<Form, Served>>;
  /** Set where it is not known whether it still holds: until when it did, in ms. */
  readonly staleSince: number | null;
  readonly security: string;
}

const compressed = { br: promisify(brotliCompress), gzip: promisify(gzip) };
const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

async function served(text: string): Promise<Served> {
  const identity = Buffer.from(text);
  return {
    etag: createHash('sha256').update(identity).digest('base64url').slice(0, 22),
    bodies: { identity, br: await compressed.br(identity, BEST), gzip: await compressed.gzip(identity, { level: 9 }) },
  };
}

interface PublishedParts {
  /** Where they are kept. */
  readonly folder: string;
  /** Where people reach the application. */
  readonly address: string;
}

/** Of a workspace as it lies on disk. */
interface Kept {
  readonly workspaceId: string;
  readonly made: string;
  readonly page: StatusPage;
  readonly formerSlugs: readonly string[];
}

const VERSION = 2;

export function createPublished({ folder, address }: PublishedParts) {
  const bySlug = new Map<string, Published>();
  const byFormerSlug = new Map<string, Published>();
  const byHost = new Map<string, Published>();
  const byWorkspace = new Map<string, Published>();

  /** The whole address of a page. */
  const homeOf = ({ slug, host }: Pick<StatusPage, 'slug' | 'host'>): string =>
    host === null ? `${address.replace(/\/$/, '')}${pathOf(slug)}` : `${new URL(address).protocol}//${host}${pathOf(slug)}`;

  const fileOf = (workspaceId: string): string =>
    join(folder, `${createHash('sha256').update(workspaceId).digest('hex').slice(0, 32)}.json`);

  const drop = (workspaceId: string): void => {
    const before = byWorkspace.get(workspaceId);
    if (!before) return;
    byWorkspace.delete(workspaceId);
    if (bySlug.get(before.page.slug) === before) bySlug.delete(before.page.slug);
    for (const slug of before.formerSlugs) if (byFormerSlug.get(slug) === before) byFormerSlug.delete(slug);
    if (before.page.host !== null && byHost.get(before.page.host) === before) byHost.delete(before.page.host);
  };

  const hold = async ({ workspaceId, made, page, formerSlugs }: Kept, staleSince: number | null): Promise<void> => {
    const [html, atom, json] = await Promise.all([
      served(renderPage(page, staleSince === null ? {} : { staleSince })),
      served(atomOf(page, homeOf(page))),
      served(jsonOf(page)),
    ]);
    const published: Published = {
      workspaceId,
      page,
      formerSlugs,
      made,
      forms: { html, atom, json },
      staleSince,
      security: contentSecurity(page.accent),
    };
    drop(workspaceId);
    byWorkspace.set(workspaceId, published);
    bySlug.set(page.slug, published);
    for (const slug of formerSlugs) byFormerSlug.set(slug, published);
    if (page.host !== null) byHost.set(page.host, published);
  };

  return {
    homeOf,
    of: (slug: string): Published | undefined => bySlug.get(slug),
    /** The one that was at this path once, where none is now. */
    ofFormer: (slug: string): Published | undefined => (bySlug.has(slug) ? undefined : byFormerSlug.get(slug)),
    at: (host: string): Published | undefined => byHost.get(host),
    ofWorkspace: (workspaceId: string): Published | undefined => byWorkspace.get(workspaceId),
    workspaces: (): string[] => [...byWorkspace.keys()],

    /** Serves it from now on, and keeps it: a file that is there whole or as it was before. */
    async put(kept: Kept): Promise<void> {
      await hold(kept, null);
      await mkdir(folder, { recursive: true });
      const file = fileOf(kept.workspaceId);
      await writeFile(`${file}.${process.pid}`, JSON.stringify({ version: VERSION, ...kept }), { mode: 0o600 });
      await rename(`${file}.${process.pid}`, file);
    },

    /** It is there no more. */
    async remove(workspaceId: string): Promise<void> {
      drop(workspaceId);
      await rm(fileOf(workspaceId), { force: true });
    },

    /** All of them still hold, or held until then. */
    async confirm(at: number): Promise<void> {
      for (const workspaceId of byWorkspace.keys()) await utimes(fileOf(workspaceId), new Date(at), new Date(at)).catch(() => {});
    },

    /** Nobody knows whether they still hold. */
    async doubt(since: number): Promise<void> {
      for (const one of byWorkspace.values()) if (one.staleSince === null) await hold(one, since);
    },

    /** What was kept, each as of when it was last known to hold. A file that cannot be read is passed over. */
    async load(): Promise<void> {
      const files = await readdir(folder).catch(() => []);
      for (const name of files.filter((one) => one.endsWith('.json'))) {
        try {
          const path = join(folder, name);
          const { version, ...kept } = JSON.parse(await readFile(path, 'utf8')) as Kept & { version: number };
          if (version === VERSION && !byWorkspace.has(kept.workspaceId)) await hold({ ...kept, made: '' }, (await stat(path)).mtimeMs);
        } catch {
          continue;
        }
      }
    },
  };
}
export type Pages = ReturnType<typeof createPublished>;
