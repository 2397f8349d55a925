/** Brings a table of tickets, agents, teams, organisations or customers into a workspace, as docs/import.md explains. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createWorkspace } from '../accounts/index.ts';
import { createProgress, describeAccount, importCsv, type ImportResult, readMapping, tryCsv } from '../connectors/csv/index.ts';
import { type Command, CommandError, type Context, readArguments, UsageError } from './command.ts';
import type { Stores } from './stores.ts';

const INTERRUPTED = 130;

const OPTIONS = {
  mapping: { type: 'string' },
  workspace: { type: 'string', default: 'main' },
  rejects: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;

export const importTable: Command = {
  name: 'import',
  summary: 'Bring in a CSV file by a mapping',
  usage: `import csv FILE --mapping MAPPING [--workspace ID] [--dry-run] [--rejects FILE]

  FILE         a CSV file, plain or gzip
  --mapping    what its columns mean: docs/import.md and docs/mappings/
  --workspace  where it goes; made when it does not exist (main)
  --dry-run    read and check everything, write nothing
  --rejects    where rejected rows go, if there are any (FILE.rejects.csv in this folder)

The account stands on standard output as JSON. Doing it again changes nothing; an interrupted import goes on with the same command.`,
  run: async (args, context) => {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 2, most: 2 });
    const [kind, path] = positionals as [string, string];
    if (kind !== 'csv') throw new UsageError(`"${kind}" cannot be imported; csv can`);
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(values.workspace))
      throw new UsageError('--workspace must be 1 to 63 lower-case letters, digits and hyphens');
    if (values.mapping === undefined) throw new UsageError('--mapping is needed');
    const mapping = readMapping(await readMappingFile(values.mapping));
    const progress = createProgress(process.stderr, () => performance.now());
    // A first use makes the engines' data, which is not the import's time.
    const opened = values['dry-run'] ? undefined : await context.stores();
    const startedAt = performance.now();
    const options = {
      path,
      mapping,
      rejectsPath: values.rejects ?? `${basename(path)}.rejects.csv`,
      signal: context.signal,
      onRead: progress.read,
      onSent: progress.sent,
    };
    const result = opened ? await bringIn(context, opened, { ...options, workspaceId: values.workspace }) : await tryCsv(options);
    progress.end();
    context.say(describeAccount(result));
    const seconds = Number(((performance.now() - startedAt) / 1000).toFixed(2));
    await context.print(
      JSON.stringify({ file: path, source: mapping.source, dryRun: values['dry-run'], ...result, seconds }, undefined, 2),
    );
    return result.outcome === 'interrupted' ? INTERRUPTED : 0;
  },
};

async function bringIn({ say }: Context, opened: Stores, options: Parameters<typeof importCsv>[1]): Promise<ImportResult> {
  const { workspaceId: id, mapping } = options;
  if (await createWorkspace(opened.postgres, { id, name: id, timeZone: mapping.zone, kind: 'own' }))
    say(`Made the workspace "${id}" with the time zone ${mapping.zone}`);
  return opened.loadingFacts(() => importCsv(opened, options));
}

async function readMappingFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new CommandError(`The mapping ${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`);
  }
}
