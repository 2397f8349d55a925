/** Keys for the API from the command line: the first one has to come from somewhere. */
import { createAccounts, type Scope, SCOPES } from '../accounts/index.ts';
import { OPERATOR } from '../audit/index.ts';
import { systemClock } from '../clock.ts';
import { requireWorkspace } from './require-workspace.ts';
import { type Command, type Context, readArguments, UsageError } from './command.ts';

const USAGE = `keys create --workspace ID --name NAME [--source SOURCE] [--scopes ${SCOPES.join(',')}] [--writable]
       watchdesk keys list --workspace ID
       watchdesk keys revoke --workspace ID KEY-ID

The secret of a new key is printed alone on standard output, once. SOURCE names where its events come from (default: api).
--writable makes Watchdesk the system of record for the tickets of a new source: people may answer them here.`;

export const keys: Command = {
  name: 'keys',
  summary: 'Make, list and revoke keys for the API',
  usage: USAGE,
  run: async (args, context) => {
    const { values, positionals } = readArguments(
      args,
      {
        workspace: { type: 'string' },
        name: { type: 'string' },
        source: { type: 'string', default: 'api' },
        scopes: { type: 'string', default: 'events:write,tickets:read' },
        writable: { type: 'boolean', default: false },
      },
      { least: 1, most: 2 },
    );
    const [action, id] = positionals;
    if (values.workspace === undefined) throw new UsageError('--workspace is missing');
    switch (action) {
      case 'create':
        if (values.name === undefined) throw new UsageError('--name is missing');
        return create(context, values.workspace, {
          name: values.name,
          source: values.source,
          scopes: scopesOf(values.scopes),
          writable: values.writable,
        });
      case 'list':
        return list(context, values.workspace);
      case 'revoke':
        if (id === undefined) throw new UsageError('The id of the key is missing');
        return revoke(context, values.workspace, id);
      default:
        throw new UsageError(`"${action}" is none of create, list and revoke`);
    }
  },
};

function scopesOf(text: string): Scope[] {
  const wanted = text.split(',').map((scope) => scope.trim());
  const unknown = wanted.find((scope) => !SCOPES.some((known) => known === scope));
  if (unknown !== undefined) throw new UsageError(`--scopes has "${unknown}", which is none of ${SCOPES.join(', ')}`);
  return wanted as Scope[];
}

/** What asks about keys in the workspace named; a workspace that does not exist is said so. */
async function keysOf({ stores }: Context, workspaceId: string) {
  const { postgres } = await stores();
  await requireWorkspace(postgres, workspaceId);
  return createAccounts({ postgres, clock: systemClock }).keys;
}

async function create(
  context: Context,
  workspaceId: string,
  wanted: { name: string; source: string; scopes: Scope[]; writable: boolean },
): Promise<void> {
  if (!/^[\w.-]{1,64}$/.test(wanted.source))
    throw new UsageError('--source must be 1 to 64 letters, digits, points, hyphens and underscores');
  const { key, secret } = await (await keysOf(context, workspaceId)).create(workspaceId, wanted, OPERATOR);
  context.say(`Key ${key.id} for source "${key.source}" may: ${key.scopes.join(', ')}. Its secret is shown once:`);
  await context.print(secret);
}

async function list(context: Context, workspaceId: string): Promise<void> {
  const found = await (await keysOf(context, workspaceId)).list(workspaceId);
  await context.print(JSON.stringify(found, undefined, 2));
}

async function revoke(context: Context, workspaceId: string, id: string): Promise<void> {
  await (await keysOf(context, workspaceId)).revoke(workspaceId, id, OPERATOR);
  context.say(`Key ${id} is revoked; a running server stops taking it within a second.`);
}
