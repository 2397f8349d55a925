/** Erases one customer everywhere from the command line: the words go, the numbers stay. */
import { OPERATOR } from '../audit/index.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { privacyIn } from './privacy-in.ts';

export const eraseCustomer: Command = {
  name: 'erase-customer',
  summary: 'Erase one customer everywhere; the numbers stay',
  usage: `erase-customer CUSTOMER --workspace ID --confirm CUSTOMER

Takes away what they wrote, what was written to them, and their contact data, for good; docs/privacy.md says what stays, and what to
do about backups. --confirm is their id once more. What was erased stands on standard output as JSON.`,
  run: async (args, context) => {
    const { values, positionals } = readArguments(
      args,
      { workspace: { type: 'string' }, confirm: { type: 'string' } },
      { least: 1, most: 1 },
    );
    const [customer] = positionals as [string];
    if (values.workspace === undefined) throw new UsageError('--workspace is missing');
    if (values.confirm !== customer) throw new UsageError('--confirm must be the id of the customer, written once more');
    const privacy = await privacyIn(context, values.workspace);
    await context.print(JSON.stringify(await privacy.erase(values.workspace, customer, values.confirm, OPERATOR)));
  },
};
