/** Runs the server until a signal ends it. */
import { type Command, readArguments } from './command.ts';

export const serve: Command = {
  name: 'serve',
  summary: 'Run the server: API, live stream, web application',
  usage: 'serve\n\nPORT, HOST, WATCHDESK_DATA, DATABASE_URL, CLICKHOUSE_URL and the other settings come from the environment.',
  run: async (args, { config, log, signal, print }) => {
    readArguments(args, {});
    // Loaded only here: the whole server would delay every other command.
    const { serve: serveUntil } = await import('../main.ts');
    await serveUntil({ config, log, signal, print });
  },
};
