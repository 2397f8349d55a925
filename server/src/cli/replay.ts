/** Rebuilds every fold from the log, by the function the tests compare the running state with. */
import { replay as replayLog } from '../ingest/index.ts';
import { type Command, readArguments } from './command.ts';
import { requireWorkspace } from './require-workspace.ts';

export const replay: Command = {
  name: 'replay',
  summary: 'Rebuild tickets and directory from the event log',
  usage: 'replay [--workspace ID]\n\nMay run beside the server. Analytics follows by itself; --workspace limits it to one.',
  run: async (args, { stores, print, say }) => {
    const { values } = readArguments(args, { workspace: { type: 'string' } });
    const { postgres } = await stores();
    await requireWorkspace(postgres, values.workspace);
    const startedAt = performance.now();
    let told = 0;
    const account = await replayLog(postgres, {
      workspaceId: values.workspace,
      onProgress: ({ tickets, entries }) => {
        if (tickets + entries < told + 10_000) return;
        told = tickets + entries;
        say(`${tickets} tickets, ${entries} people, organisations and sites …`);
      },
    });
    await print(JSON.stringify({ ...account, seconds: Number(((performance.now() - startedAt) / 1000).toFixed(1)) }));
  },
};
