/** Surveys as they run, for tests: real database, real mail server; the clock is the test's. */
import { DEFAULT_SETTINGS, type SurveySettings } from '@watchdesk/domain/survey';
import { expect, vi } from 'vitest';
import type { Clock } from '../src/clock.ts';
import { secretKeyOf } from '../src/config.ts';
import { createDoor, type Door } from '../src/ingest/index.ts';
import { createMail } from '../src/mail/index.ts';
import type { Postgres } from '../src/store/postgres/index.ts';
import { createSurveys, type SurveyParts } from '../src/surveys/index.ts';
import { createVault, openKeyring } from '../src/vault/index.ts';
import { mailServer } from './mail-server.ts';
import { DESK, SECRET_KEY } from './told.ts';

export const ON: SurveySettings = { ...DEFAULT_SETTINGS, enabled: true };

export async function startAsking(postgres: Postgres, clock: Clock, door: Pick<Door, 'accept'> = createDoor({ postgres, clock })) {
  const smtp = await mailServer();
  const vault = createVault({
    postgres,
    clock,
    keyring: openKeyring({ secretKeys: [secretKeyOf(SECRET_KEY)!], databaseUrl: '', dataDir: '' }),
  });
  const mail = createMail({
    postgres,
    clock,
    vault,
    config: { mail: { smtpUrl: smtp.url, from: 'Watchdesk <desk@desk.example>' } },
    log: { warn: () => {} },
    chance: () => 1,
    paceMs: 20,
  });
  const onTrouble = (error: unknown) => {
    throw error;
  };
  /** Another process, as far as anybody can tell. */
  const another = (more: Partial<SurveyParts> = {}) =>
    createSurveys({ postgres, clock, door, vault, mail, address: `${DESK}/`, onTrouble, ...more });
  const surveys = another();
  let customers = 0;
  return {
    smtp,
    vault,
    mail,
    surveys,
    another,
    /** What customers are asked in a workspace from now on. */
    say: (workspaceId: string, settings: Partial<SurveySettings> = {}) =>
      surveys.save(
        { workspaceId, who: { kind: 'person', id: 'p', name: 'Pat', from: null }, name: 'Pat' },
        { ...ON, ...settings },
        undefined,
      ),
    /** A customer whose address is known. */
    async know(workspaceId: string, customer: string, email: string, more: object = {}): Promise<void> {
      const event = { id: `known ${(customers += 1)}`, at: clock.now(), type: 'customer.upserted', data: { customer, email, ...more } };
      expect(await door.accept(workspaceId, 's', [event])).toMatchObject([{ outcome: 'accepted' }]);
    },
    /** Until no letter waits that could go now. */
    async deliver(): Promise<void> {
      mail.start();
      mail.look();
      await vi.waitFor(
        async () => {
          const { rows } = await postgres.pool.query(`select id from outbox_message where state = 'waiting'`);
          expect(rows).toEqual([]);
        },
        { timeout: 20_000, interval: 20 },
      );
      await mail.stop();
    },
    /** The path of the page in the last letter. */
    link: (): string => linkIn(smtp.delivered.at(-1)!.read.text!),
    async close(): Promise<void> {
      await mail.stop();
      await smtp.close();
    },
  };
}
export type AskingDesk = Awaited<ReturnType<typeof startAsking>>;

/** The path of the page that a letter's text leads to. */
export const linkIn = (text: string): string => new URL(/https?:\/\/\S+\/survey\/[\w.-]+/.exec(text)![0]).pathname;
