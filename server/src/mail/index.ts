/**
 * Letters to people: invitations, resets, notices. One is put into the outbox in the transaction of what it tells of, so that it goes if, and only if, that is;
 * then it is tried until the server has it, the server refuses it for good, or nobody wants it any more.
 */
import { randomUUID } from 'node:crypto';
import { isEmailAddress } from '@watchdesk/domain/account';
import { type SetLetter, setLetter, type Verdict } from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { invalid, Refusal } from '../errors.ts';
import type { Logger } from '../log.ts';
import { type Added, addMessage, type Claimed, createSender, readSealed, type Urgency, type Way } from '../outbox/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { Vault } from '../vault/index.ts';
import { draftOf, type Enqueued, LETTERS_OF_ACCOUNTS } from './letters.ts';
import { type Outbox, outboxOf } from './state.ts';
import { type Headed, openTransport, TRY_MS } from './transport.ts';

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
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 3600_000;
/** Half a day, as the waits grow to an hour: a server that is away for a night is no reason to give up. */
const MOST_TRIES = 20;

const NO_ADDRESS = 'must be one e-mail address, such as anna@example.com';

/** Throws ConfigError where letters are to go and there is no key to keep them with. */
export function createMail({ postgres, clock, config: { mail }, vault, log, chance = Math.random, paceMs = PACE_MS }: MailParts) {
  const { pool } = postgres;
  const transport = mail && openTransport(mail);
  if (transport) vault.requireKey();
  let channels: ChannelLetters | undefined;
  const send = async (claimed: Claimed): Promise<Verdict> => {
    const letter = claimed.channel === null ? await readSealed(vault, claimed) : ((await channels?.set(claimed)) ?? 'nobody sets it');
    if (typeof letter === 'string') return { outcome: 'never', reason: letter };
    return transport!.send({ ...(letter as SetLetter & Headed), id: claimed.id, to: claimed.recipient });
  };
  const nextAt = (tries: number, now: number): number | null => (tries >= MOST_TRIES ? null : now + waitAfter(tries, chance()));
  const givenUp: Way['givenUp'] = async (client, claimed, failure) => channels?.givenUp(client, claimed, failure);
  // Letters go one by one: a mail server takes them as they come. What somebody waits for goes first, and what has time last.
  const way = { kinds: ['mail'], tryMs: TRY_MS, atOnce: 1, send, nextAt, givenUp };
  const sender = createSender({ postgres, clock, vault, log, paceMs }, way);

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
      const urgency = LETTERS_OF_ACCOUNTS.includes(template) ? 'awaited' : 'ordinary';
      await addMessage(client, vault, { workspaceId, kind: 'mail', to, template, urgency, sealed: letter, until, now: clock.now() });
      return true;
    },

    /** Why no letter goes from a workspace; null where they go. */
    async fault(client: pg.ClientBase | pg.Pool, workspaceId: string): Promise<string | null> {
      if (!transport) return 'no mail server is set';
      return (await isDemonstration(client, workspaceId)) ? 'no letters go from the demonstration' : null;
    },

    /** What is wrong with an address, as the end of a sentence; null when nothing is. */
    faultOfAddress: (to: string): string | null => (isEmailAddress(to) ? null : NO_ADDRESS),

    /** Sends a letter at once, past the outbox, and tells what the server said. Where letters go at all, `fault` says. */
    async sendNow(to: string, letter: SetLetter & Headed & { readonly id?: string }): Promise<Verdict> {
      refuseOtherThanAddress(to);
      return transport ? transport.send({ id: randomUUID(), ...letter, to }) : { outcome: 'never', reason: 'no mail server is set' };
    },

    /** Puts a letter into the outbox that is set already, within the caller's transaction; gives its id. Refuses what is no address. Where letters go at all, `fault` says. */
    async enqueueSet(
      client: pg.ClientBase,
      { workspaceId, to, template, letter, lane, urgency = 'ordinary', until }: SetIn,
    ): Promise<string> {
      refuseOtherThanAddress(to);
      const more = lane === undefined ? {} : { lane };
      return addMessage(client, vault, {
        workspaceId,
        kind: 'mail',
        to,
        template,
        urgency,
        sealed: letter,
        until,
        now: clock.now(),
        ...more,
      });
    },

    /** Puts a letter into the outbox that is set when it is sent, within the caller's transaction; gives its id. Refuses what is no address. */
    async enqueueUnset(client: pg.ClientBase, { to, ...added }: Unset): Promise<string> {
      refuseOtherThanAddress(to);
      return addMessage(client, vault, { ...added, kind: 'mail', to, now: clock.now() });
    },

    /** By whom letters of channels are set, and who looks after those that are given up. */
    ofChannels: (by: ChannelLetters): void => void (channels = by),

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

    /** Looks at the outbox at once. */
    look: sender.look,

    start(): void {
      if (transport) sender.start();
    },

    /** Resolves when nothing more is sent. */
    stop: sender.stop,
  };
}

export interface ChannelLetters {
  /** What it says as things are now; why not, where there is nothing to say any more. */
  set(claimed: Claimed): Promise<(SetLetter & Headed) | string>;
  /** Within the transaction that ends it. */
  givenUp: NonNullable<Way['givenUp']>;
}

type Unset = Required<Pick<Added, 'lane' | 'channel' | 'urgency'>> & Pick<Added, 'workspaceId' | 'to' | 'template' | 'content'>;

interface SetIn {
  readonly workspaceId: string;
  readonly to: string;
  readonly template: string;
  readonly letter: SetLetter & Headed;
  readonly lane?: string;
  /** `ordinary` where it is not said. */
  readonly urgency?: Urgency;
  /** Milliseconds since 1970, after which nobody wants it. */
  readonly until?: number;
}

function refuseOtherThanAddress(to: string): void {
  if (!isEmailAddress(to)) throw invalid('to', NO_ADDRESS);
}

async function isDemonstration(client: pg.ClientBase | pg.Pool, workspaceId: string | null): Promise<boolean> {
  const { rowCount } = await client.query(`select from workspace where workspace_id = $1 and kind = 'demonstration'`, [workspaceId]);
  return rowCount === 1;
}

/** Twice as long after each try, up to an hour; somewhere in its latter half, so that what failed together does not come back together. */
const waitAfter = (tries: number, share: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)) * (0.5 + share / 2);
