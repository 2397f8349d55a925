/** Workspaces from the command line: somewhere to import one’s own tickets into. */
import { isZone } from '@watchdesk/domain/zone';
import { createWorkspace, workspaces } from '../accounts/index.ts';
import { type Command, CommandError, readArguments, UsageError } from './command.ts';

export const workspace: Command = {
  name: 'workspace',
  summary: 'Make a workspace of your own, or list those there are',
  usage: `workspace create ID [--name NAME] [--time-zone ZONE]
       watchdesk workspace list

ID is lower-case letters, digits and hyphens; ZONE an IANA name such as Europe/Berlin (default: UTC).`,
  run: async (args, { stores, print }) => {
    const { values, positionals } = readArguments(
      args,
      { name: { type: 'string' }, 'time-zone': { type: 'string', default: 'UTC' } },
      { least: 1, most: 2 },
    );
    const [action, id] = positionals;
    if (action === 'list') return print(JSON.stringify(await workspaces((await stores()).postgres), undefined, 2));
    if (action !== 'create') throw new UsageError(`"${action}" is none of create and list`);
    if (id === undefined || !/^[a-z0-9][a-z0-9-]{0,62}$/.test(id))
      throw new UsageError('The id must be 1 to 63 lower-case letters, digits and hyphens');
    const timeZone = zoneOf(values['time-zone']);
    const isNew = await createWorkspace((await stores()).postgres, { id, name: values.name ?? id, timeZone, kind: 'own' });
    if (!isNew) throw new CommandError(`There is a workspace "${id}" already`);
    return print(id);
  },
};

function zoneOf(name: string): string {
  if (!isZone(name)) throw new UsageError(`--time-zone must be an IANA name such as Europe/Berlin, not "${name}"`);
  return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
}
