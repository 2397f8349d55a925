/** Lets go of what has been kept long enough, as the server does every night, or says what that would be. */
import { workspaces } from '../accounts/index.ts';
import { OPERATOR } from '../audit/index.ts';
import { type Command, readArguments } from './command.ts';
import { privacyIn } from './privacy-in.ts';

export const retain: Command = {
  name: 'retain',
  summary: 'Let go of what has been kept long enough',
  usage: `retain [--workspace ID] [--dry-run]

What the server does by itself every night. --dry-run counts what is due and changes nothing; --workspace limits it to one.
For each workspace the periods and the counts stand on standard output, one JSON object a line.`,
  run: async (args, context) => {
    const { values } = readArguments(args, { workspace: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } });
    const privacy = await privacyIn(context, values.workspace);
    const ids =
      values.workspace === undefined ? (await workspaces((await context.stores()).postgres)).map(({ id }) => id) : [values.workspace];
    for (const workspace of ids) {
      const done = values['dry-run'] ? await privacy.planRetention(workspace) : await privacy.runRetention(workspace, OPERATOR);
      await context.print(JSON.stringify({ workspace, dryRun: values['dry-run'], ...done }));
    }
  },
};
