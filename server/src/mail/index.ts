/**
 * Letters to people: invitations, resets, notices. One is put into the outbox in the transaction of what it tells of, so that it goes if, and only if, that is;
 * then it is tried until the server has it, the server refuses it for good, or nobody wants it any more. A process that dies between sending it and
 * noting that sends it twice, with the same Message-ID: rather twice than never.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { invalid, Refusal } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { Vault } from '../vault/index.ts';
import { draftOf, type Enqueued } from './letters.ts';
import { addLetter, type Claimed, claimLetter, endLetter, forgetLetters, postponeLetter, readLetter } from './outbox.ts';
import { setLetter } from './set-letter.ts';
import { type Outbox, outboxOf } from './state.ts';
import { openTransport, type Transport } from './transport.ts';

export { lettersOfAccounts } from './letters-of-accounts.ts';
export type { Letters, Template } from './letters.ts';
export type Mail = ReturnType<typeof createMail>;

export interface MailParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly config: Pick<Config, 'mail'>;
  readonly vault: Vault;
  readonly log: Pick<Logger, 'warn'>;
  /** From 0 to 1: how far between half and all of its time a letter waits. */
  readonly chance?: () => number;
  /** How often the outbox is looked at. */
  readonly paceMs?: number;
}

export interface MailState extends Outbox {
  readonly isConfigured: boolean;
  /** Whose letters they are, and by which server they go; null where none go. */
  readonly from: string | null;
  readonly server: string | null;
}

const PACE_MS = 1_000;
const RETRY_MS = 5_000;
const FORGET_EVERY_MS = 3600_000;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 3600_000;
/** Half a day, as the waits grow to an hour: a server that is away for a night is no reason to give up. */
const MOST_TRIES = 20;

/** Whether a text is one address, and nothing that the head of a letter would read as more. */
const isMailAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text);
const ADDRESS = z.regexes.html5Email;

/** Throws ConfigError where letters are to go and there is no key to keep them with. */
export function createMail({ postgres: { pool }, clock, config: { mail }, vault, log, chance = Math.random, paceMs = PACE_MS }: MailParts) {
  const transport = mail && openTransport(mail);
  if (transport) vault.requireKey();
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();

  const run = async (way: Transport, signal: AbortSignal): Promise<void> => {
    for (let forgotAt = 0; !signal.aborted;) {
      let wait = paceMs;
      try {
        if (clock.now() - forgotAt > FORGET_EVERY_MS) {
          await forgetLetters(pool, clock.now());
          forgotAt = clock.now();
        }
        while (!signal.aborted && (await sendNext(way))) {}
      } catch (err) {
        // What was claimed comes back by itself.
        log.warn({ err }, 'letters were not sent; it goes on');
        wait = RETRY_MS;
      }
      await sleep(wait, undefined, { signal }).catch(() => {});
    }
  };

  /** Whether there was one. */
  const sendNext = async (way: Transport): Promise<boolean> => {
    const claimed = await claimLetter(pool, clock.now());
    if (!claimed) return false;
    const giveUp = async (reason: string) => {
      await endLetter(pool, vault, claimed, { state: 'failed', reason, now: clock.now() });
      log.warn({ mail: claimed.id, reason }, 'a letter was given up');
    };
    if (claimed.until !== null && claimed.until.getTime() <= clock.now()) await giveUp('it was not sent before its link ended');
    else if (claimed.attempts > MOST_TRIES) await giveUp(`it was tried ${MOST_TRIES} times, and not sent`);
    else await tryOnce(way, claimed, giveUp);
    return true;
  };

  const tryOnce = async (way: Transport, claimed: Claimed, giveUp: (reason: string) => Promise<void>): Promise<void> => {
    const letter = await readLetter(vault, claimed);
    if (typeof letter === 'string') return giveUp(letter);
    const verdict = await way.send({ ...letter, id: claimed.id, to: claimed.recipient });
    const now = clock.now();
    if (verdict.outcome === 'sent') return endLetter(pool, vault, claimed, { state: 'sent', reason: null, now });
    if (verdict.outcome === 'never' || claimed.attempts === MOST_TRIES) return giveUp(verdict.reason);
    return postponeLetter(pool, claimed, verdict.reason, now + waitAfter(claimed.attempts, chance()));
  };

  return {
    /** Whether letters go at all. Where not, links are shown to whoever made them instead. */
    isConfigured: transport !== undefined,

    /**
     * Puts a letter into the outbox within the caller's transaction; false where no letters go. Refuses what is no address. None goes from the
     * demonstration, where whoever comes by is an administrator. One of no workspace wants a transaction over the wall (`acrossWorkspaces`).
     */
    async enqueue(client: pg.ClientBase, { workspaceId, to, template, values, until }: Enqueued): Promise<boolean> {
      refuseOtherThanAddress(to);
      const letter = setLetter(draftOf(template, values as never));
      if (!transport || (await isDemonstration(client, workspaceId))) return false;
      await addLetter(client, vault, { workspaceId, to, template, letter, until, now: clock.now() });
      return true;
    },

    /** Sends a test message at once, past the outbox. Refuses with the server's own words when it does not take it. */
    async test({ workspaceId, to, by }: { workspaceId: string; to: string; by: string }): Promise<void> {
      refuseOtherThanAddress(to);
      if (!transport) throw new Refusal('not_possible', 'No mail server is set: SMTP_URL and MAIL_FROM in the environment say which.');
      if (await isDemonstration(pool, workspaceId)) throw new Refusal('not_possible', 'No letters go from the demonstration.');
      const verdict = await transport.send({ ...setLetter(draftOf('test', { by })), id: randomUUID(), to });
      if (verdict.outcome !== 'sent') throw new Refusal('not_possible', `The mail server did not take it: ${verdict.reason}`);
    },

    state: async (workspaceId: string): Promise<MailState> => ({
      isConfigured: transport !== undefined,
      from: mail?.from ?? null,
      server: transport?.server ?? null,
      ...(await outboxOf(pool, workspaceId)),
    }),

    start(): void {
      if (stopping || !transport) return;
      stopping = new AbortController();
      running = run(transport, stopping.signal);
    },

    /** Resolves when nothing more is sent. */
    async stop(): Promise<void> {
      stopping?.abort();
      await running;
      stopping = undefined;
    },
  };
}

function refuseOtherThanAddress(to: string): void {
  if (!isMailAddress(to)) throw invalid('to', 'must be one e-mail address, such as anna@example.com');
}

async function isDemonstration(client: pg.ClientBase | pg.Pool, workspaceId: string | null): Promise<boolean> {
  const { rowCount } = await client.query(`select from workspace where workspace_id = $1 and kind = 'demonstration'`, [workspaceId]);
  return rowCount === 1;
}

/** Twice as long after each try, up to an hour; somewhere in its latter half, so that what failed together does not come back together. */
const waitAfter = (tries: number, share: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)) * (0.5 + share / 2);
