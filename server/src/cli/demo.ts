/** Without a server: makes the demonstration's history, or takes it out again. */
import { systemClock } from '../clock.ts';
import { prepareDemonstration, readProgress, removeDemonstration } from '../demonstration/index.ts';
import { rebuildFacts } from '../store/analytics/index.ts';
import { type Command, CommandError, type Context, readArguments, UsageError } from './command.ts';

export const demo: Command = {
  name: 'demo',
  summary: 'Prepare, show or remove the demonstration workspace',
  usage: `demo prepare | status | remove

prepare   tells the whole history now, so that a server started later has it from its first moment
status    how far it has been told
remove    takes all of it out of every store; a server running with WATCHDESK_DEMO=on begins it anew at its next start
WATCHDESK_DEMO_DAYS, _SEED and _SPEED shape a new one.`,
  run: async (args, context) => {
    const { positionals } = readArguments(args, {}, { least: 1, most: 1 });
    switch (positionals[0]) {
      case 'prepare':
        return prepare(context);
      case 'status':
        return context.print(JSON.stringify((await readProgress((await context.stores()).postgres)) ?? null, undefined, 2));
      case 'remove':
        return remove(context);
      default:
        throw new UsageError(`"${positionals[0]}" is none of prepare, status and remove`);
    }
  },
};

async function prepare({ stores, config, log, signal, say, print }: Context): Promise<void> {
  const { postgres, analytics, loadingFacts } = await stores();
  const startedAt = performance.now();
  const days = await loadingFacts(() =>
    prepareDemonstration({ postgres, analytics, clock: systemClock, log, settings: config.demonstration }, signal, (done) =>
      say(`${done} days`),
    ),
  );
  if (days === undefined) throw new CommandError('Another process is telling the demonstration; it will be complete by itself');
  if (signal.aborted) return;
  await print(JSON.stringify({ days, seconds: Number(((performance.now() - startedAt) / 1000).toFixed(1)) }));
}

async function remove({ stores, say }: Context): Promise<void> {
  const { postgres, analytics } = await stores();
  if (!(await removeDemonstration(postgres))) throw new CommandError('A server is telling the demonstration; stop it first');
  await rebuildFacts({ pool: postgres.pool, analytics, workspaceId: 'demo' });
  say('The demonstration is removed.');
}
