/** All that is kept of one customer, as JSON on standard output. */
import { OPERATOR } from '../audit/index.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { privacyIn } from './privacy-in.ts';

export const exportCustomer: Command = {
  name: 'export-customer',
  summary: 'All that is kept of one customer, as JSON',
  usage:
    'export-customer CUSTOMER --workspace ID\n\nWho they are, their tickets with every event and text, and what they said on others’ tickets.',
  run: async (args, context) => {
    const { values, positionals } = readArguments(args, { workspace: { type: 'string' } }, { least: 1, most: 1 });
    const [customer] = positionals as [string];
    if (values.workspace === undefined) throw new UsageError('--workspace is missing');
    const privacy = await privacyIn(context, values.workspace);
    // A line is what a command prints; the file is cut at lines anyway.
    let rest = '';
    for await (const part of await privacy.export(values.workspace, customer, OPERATOR)) {
      const lines = (rest + String(part)).split('\n');
      rest = lines.pop()!;
      if (lines.length > 0) await context.print(lines.join('\n'));
    }
    if (rest !== '') await context.print(rest);
  },
};
