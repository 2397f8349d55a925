/**
 * Accounts belong to their holders and not to workspaces, so that no wall of the database stands between them (docs/threats.md). What stands
 * there is that every statement names an account, or comes to it by the members of one workspace; read here from the source.
 */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const TABLE = /\bauth_(?:user|session|account|passkey|two_factor|verification)\b/;

/** By one account, one secret of an account, or the members of one workspace. */
const BOUND = [
  /(?:\bu\.|\bwhere |\band )(?:id|email|token|value|"userId"|"credentialID") = \$\d/,
  /\bm\.(?:workspace_id|user_id) = \$\d/,
  /\bo\.workspace_id = \$\d/,
  /\bi\.workspace_id = \$\d/,
  /"providerId" = \$\d/,
  // By the secret of one invitation.
  /from invitation i where hash = \$1/,
  /^insert into /,
  // Part of a statement about one's own sessions.
  /^\(\$2::text is null or exists \(select from single_sign_on_session/,
];

/** Those of the whole installation tell nobody anything of an account. */
const OF_ALL = [
  'select from auth_user limit 1',
  'delete from auth_session where "expiresAt" < now()',
  'delete from auth_verification where "expiresAt" < now()',
  // The operator's, when the key of the vault changes.
  'select id, "userId", secret, "backupCodes" from auth_two_factor order by id for update',
];

const statements = globSync('server/src/**/*.ts')
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap((file) => {
    const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const texts = [...code.matchAll(/`([^`]*)`|'([^'\n]*)'/g)].map(([, one, other]) => (one ?? other ?? '').replaceAll(/\s+/g, ' ').trim());
    return texts.filter((text) => TABLE.test(text) && / /.test(text)).map((text) => [file, text] as const);
  });

test('there are statements to look at', () => {
  expect(statements.length).toBeGreaterThan(25);
});

test.each(statements)('%s: %s', (_, text) => {
  expect(OF_ALL.includes(text) || BOUND.some((by) => by.test(text))).toBe(true);
});
