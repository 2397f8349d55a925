/** What is sealed opens where it belongs, with a key that is there, and nowhere else. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { checkAudit } from '../audit/index.ts';
import { ConfigError, readConfig, secretKeyOf } from '../config.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createVault, openKeyring } from './index.ts';
import { open, type Place, seal } from './seal.ts';

const url = await postgresDatabase();
const postgres = openPostgres(url);
const { pool } = postgres;
const scratch = await mkdtemp(join(tmpdir(), 'watchdesk-vault-'));
afterAll(async () => {
  await postgres.close();
  await rm(scratch, { recursive: true });
});

const clock = { now: () => Date.UTC(2026, 2, 10, 12) };
const newKey = () => randomBytes(32).toString('base64');
/** The keys as an environment would give them, the present one first, beside a database of somebody's own. */
const ringOf = (...keys: string[]) => openKeyring({ secretKeys: keys.map((key) => secretKeyOf(key)!), databaseUrl: url, dataDir: scratch });
const vaultOf = (...keys: string[]) => createVault({ postgres, clock, keyring: ringOf(...keys) });
const place: Place = { workspaceId: 'a', purpose: 'mail', id: '1' };

beforeEach(async () => {
  await pool.query('delete from secret');
  await pool.query(`insert into workspace (workspace_id, name) values ('a', 'A'), ('b', 'B') on conflict do nothing`);
});

describe('a seal', () => {
  const keyring = ringOf(newKey());
  const places = fc.record({
    workspaceId: fc.option(fc.constantFrom('a', 'b', 'a","b', ''), { nil: null }),
    purpose: fc.constantFrom('mail', 'token', 'a'),
    id: fc.constantFrom('1', '2', ''),
  });

  test('opens where it was made for, and only there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), places, places, (secret, here, there) => {
        const sealed = seal(keyring, here, secret);
        expect(open(keyring, here, sealed)).toBe(secret);
        const isSame = here.workspaceId === there.workspaceId && here.purpose === there.purpose && here.id === there.id;
        if (!isSame) expect(() => open(keyring, there, sealed)).toThrow('belongs somewhere else');
      }),
    );
  });

  test('does not open when any bit of it was turned, or any of its end cut off', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.nat(), fc.integer({ min: 0, max: 7 }), (secret, at, bit) => {
        const sealed = seal(keyring, place, secret);
        const turned = Buffer.from(sealed);
        turned[at % sealed.length]! ^= 1 << bit;
        expect(() => open(keyring, place, turned)).toThrow(expect.objectContaining({ name: 'SealError' }));
        expect(() => open(keyring, place, sealed.subarray(0, at % sealed.length))).toThrow(expect.objectContaining({ name: 'SealError' }));
      }),
    );
  });

  test('is another each time, and does not show what is in it', () => {
    const seals = Array.from({ length: 50 }, () => seal(keyring, place, 'very-secret').toString('latin1'));
    expect(new Set(seals).size).toBe(50);
    expect(seals.join('')).not.toContain('secret');
  });
});

test('what is kept is read again, replaced and removed, and is not in the table', async () => {
  const vault = vaultOf(newKey());
  const own = { ...place, workspaceId: null };
  await vault.put(pool, place, 'xoxb-first');
  await vault.put(pool, place, 'xoxb-second');
  await vault.put(pool, own, 'of-the-house');
  await vault.put(pool, own, 'of-the-house-2');
  expect([await vault.get(place), await vault.get(own), await vault.get({ ...place, workspaceId: 'b' })]).toEqual([
    'xoxb-second',
    'of-the-house-2',
    null,
  ]);
  const { rows } = await pool.query<{ sealed: Buffer }>('select * from secret');
  expect(rows).toHaveLength(2);
  expect(rows.map((row) => Object.values(row).join(' ') + row.sealed.toString('latin1')).join(' ')).not.toMatch(/xoxb|house/);
  await vault.remove(pool, own);
  expect(await vault.get(own)).toBeNull();
});

test('one that somebody moved to another workspace in the database does not open there', async () => {
  const vault = vaultOf(newKey());
  await vault.put(pool, place, 'of a');
  await pool.query(`update secret set workspace_id = 'b'`);
  await expect(vault.get({ ...place, workspaceId: 'b' })).rejects.toThrow('The secret "mail/1" of the workspace "b" was changed');
});

describe('another key', () => {
  const [first, second, third] = [newKey(), newKey(), newKey()];

  test('seals from then on, while the older ones still open', async () => {
    await vaultOf(first).put(pool, place, 'old');
    const both = vaultOf(second, first);
    await both.put(pool, { ...place, id: '2' }, 'new');
    expect([await both.get(place), await both.get({ ...place, id: '2' })]).toEqual(['old', 'new']);
    await expect(vaultOf(first).get({ ...place, id: '2' })).rejects.toThrow(/sealed with the key [\da-f]{8}, which is not there any more/);
  });

  test('seals everything once it was told to, and the older one may go', async () => {
    await vaultOf(first).put(pool, place, 'one');
    await vaultOf(second).put(pool, { ...place, workspaceId: null }, 'two');
    await vaultOf(third).put(pool, { ...place, workspaceId: 'b' }, 'three');
    expect(await vaultOf(third, second, first).rotate()).toEqual({ secrets: 3, rotated: 2, lost: [] });
    expect(await vaultOf(third).get(place)).toBe('one');
    expect(await vaultOf(third).get({ ...place, workspaceId: null })).toBe('two');
    expect(await vaultOf(third).rotate()).toEqual({ secrets: 3, rotated: 0, lost: [] });
    const { rows } = await pool.query(`select content from audit_entry where workspace_id = 'a' and action = 'secrets.rotated'`);
    expect(rows).toHaveLength(1);
    expect((await checkAudit(pool, 'a')).findings).toEqual([]);
  });

  test('leaves what it cannot open as it was, and says so', async () => {
    await vaultOf(first).put(pool, place, 'one');
    await vaultOf(second).put(pool, { ...place, id: '2' }, 'two');
    const { rotated, lost } = await vaultOf(third, second).rotate();
    expect({ rotated, lost }).toEqual({ rotated: 1, lost: [expect.stringContaining('put that key back into WATCHDESK_SECRET_KEY')] });
    expect(await vaultOf(first).get(place)).toBe('one');
  });

  test('derives others, of which the older stay known', () => {
    const [old, both] = [vaultOf(first), vaultOf(second, first)];
    expect(old.derive('sign-in')).toHaveLength(32);
    expect(old.derive('sign-in')).toEqual(vaultOf(first).derive('sign-in'));
    expect(both.derive('sign-in')).not.toEqual(old.derive('sign-in'));
    expect(both.derivations('sign-in')).toEqual([both.derive('sign-in'), old.derive('sign-in')]);
    expect(old.derive('sign-in')).not.toEqual(old.derive('cookies'));
    expect(old.derive('sign-in').toString('base64')).not.toBe(first);
  });
});

describe('the key', () => {
  const embedded = (dataDir: string, ...keys: string[]) =>
    openKeyring({ secretKeys: keys.map((key) => secretKeyOf(key)!), databaseUrl: undefined, dataDir })();

  test('of an installation by itself is made once, for its owner alone', async () => {
    const dataDir = join(scratch, 'made');
    const [{ id }] = embedded(dataDir);
    const path = join(dataDir, 'secret.key');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(embedded(dataDir).map((one) => one.id)).toEqual([id]);
    await chmod(path, 0o644);
    embedded(dataDir);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    // Put one into the environment later, and what the file's has sealed still opens.
    expect(embedded(dataDir, newKey()).map((one) => one.id)).toEqual([expect.not.stringContaining(id), id]);
  });

  test('of a file that is no key is told, and not written over', async () => {
    const path = join(scratch, 'secret.key');
    await writeFile(path, 'oops');
    expect(() => embedded(scratch)).toThrow(ConfigError);
    expect(await readFile(path, 'utf8')).toBe('oops');
  });

  test('beside a database of somebody’s own is asked for by name, once something needs it', () => {
    const vault = vaultOf();
    expect(() => vault.requireKey()).toThrow(ConfigError);
    expect(() => vault.derive('sign-in')).toThrow('WATCHDESK_SECRET_KEY must be set: 32 random bytes in base64');
  });

  test('is read as base64 or hexadecimal, and one that is none is not repeated', () => {
    const bytes = randomBytes(32);
    const read = (text: string) => readConfig({ WATCHDESK_SECRET_KEY: text }).secretKeys.map((key) => key.export());
    expect(read(`${bytes.toString('base64')} , ${bytes.toString('hex')},${bytes.toString('base64url')}`)).toEqual([bytes, bytes, bytes]);
    for (const wrong of ['hunter2', `${newKey()},hunter2`, bytes.subarray(1).toString('base64')]) {
      expect(() => read(wrong)).toThrow(/^WATCHDESK_SECRET_KEY must be 32 random bytes in base64/);
      expect(() => read(wrong)).not.toThrow(wrong);
    }
  });

  test('does not print, however the configuration is shown', () => {
    const bytes = randomBytes(32);
    const config = readConfig({ WATCHDESK_SECRET_KEY: bytes.toString('base64') });
    const shown = JSON.stringify(config) + inspect(config, { depth: 9, showHidden: true }) + inspect(ringOf(bytes.toString('base64'))());
    for (const form of ['base64', 'hex', 'latin1'] as const) expect(shown).not.toContain(bytes.toString(form));
    expect(shown).not.toContain([...bytes].slice(0, 4).join(','));
  });
});
