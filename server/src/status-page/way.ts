/** The way out to subscribers: where to is opened only for the try itself, and each message says how to get no more of them. */
import { nextTryAt, oneLine, setLetter, type SetLetter, type Verdict, verdictOf } from '@watchdesk/domain/notification';
import type { StatusPage } from '@watchdesk/domain/status-page';
import { signedHeaders, unanswered } from '../notifications/index.ts';
import { type Claimed, readSealed, type Way } from '../outbox/index.ts';
import { SealError } from '../vault/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import { newsLetter, type News } from './letters.ts';
import { readSettings } from './settings.ts';
import {
  type Contact,
  contactOf,
  forget,
  SUBSCRIBER_CALL,
  SUBSCRIBER_MAIL,
  type SubscriberParts,
  type Subscribers,
} from './subscribers.ts';

const TRY_MS = 60_000;
const CALL_MS = 20_000;
const LONGEST_ANSWER = 200;

interface Content {
  readonly subscriber: string;
  readonly news?: string;
}

export function createWay(parts: SubscriberParts & { readonly subscribers: Subscribers; readonly chance: () => number }): Way {
  const { postgres, clock, vault, mail, outgoing, homeOf, subscribers } = parts;
  const { pool } = postgres;

  async function send(claimed: Claimed): Promise<Verdict> {
    const { workspaceId } = claimed;
    const { subscriber, news } = claimed.content as Content;
    if (workspaceId === null) return { outcome: 'never', reason: 'it belongs to no page' };
    return withinWorkspace(workspaceId, async () => {
      const contact = await opened(workspaceId, subscriber);
      if (typeof contact === 'string') return { outcome: 'never', reason: contact };
      if (news === undefined) {
        const letter = await readSealed(vault, claimed);
        return typeof letter === 'string'
          ? { outcome: 'never', reason: letter }
          : mail.sendNow(contact.to, { ...(letter as SetLetter), id: claimed.id });
      }
      const found = await newsFor(workspaceId, news);
      if (found === null) return { outcome: 'never', reason: 'the page is off' };
      if (!(claimed.kind === SUBSCRIBER_MAIL ? found.page.letters : found.page.webhooks))
        return { outcome: 'never', reason: 'the page tells nobody in this way any more' };
      const stop = subscribers.stopLink(found.page, workspaceId, subscriber);
      return claimed.kind === SUBSCRIBER_MAIL ? write(claimed, contact, found, stop) : call(claimed, contact, found, stop);
    });
  }

  async function opened(workspaceId: string, id: string): Promise<Contact | string> {
    try {
      return (await contactOf(vault, workspaceId, id)) ?? 'they want no more of it';
    } catch (error) {
      if (error instanceof SealError) return error.message;
      throw error;
    }
  }

  async function newsFor(workspaceId: string, id: string) {
    const { settings } = await readSettings(pool, workspaceId);
    const { rows } = await pool.query<{ content: News }>('select content from status_news where workspace_id = $1 and id = $2', [
      workspaceId,
      id,
    ]);
    return settings?.enabled && rows[0] ? { page: settings, news: rows[0].content } : null;
  }

  type Found = { readonly page: Pick<StatusPage, 'title' | 'timeZone' | 'slug' | 'host' | 'letters' | 'webhooks'>; readonly news: News };

  function write(claimed: Claimed, { to }: Contact, { page, news }: Found, stop: string): Promise<Verdict> {
    const letter = setLetter(newsLetter(page, news, homeOf(page), stop));
    return mail.sendNow(to, { ...letter, id: claimed.id, unsubscribe: { page: stop, oneClick: stop } });
  }

  async function call(claimed: Claimed, { to, secret }: Contact, { page, news }: Found, stop: string): Promise<Verdict> {
    const { at, ...said } = news;
    const now = clock.now();
    const body = JSON.stringify({
      type: 'status.updated',
      page: { title: page.title, url: homeOf(page) },
      ...said,
      at: new Date(at).toISOString(),
      unsubscribe: stop,
    });
    const signed = secret === undefined ? {} : signedHeaders({ id: `msg_${claimed.id}`, now, body, secrets: [secret] });
    const headers = { 'content-type': 'application/json', ...signed };
    const answer = await outgoing.call(to, { method: 'POST', headers, body, timeoutMs: CALL_MS, mostBytes: 100_000, cuts: true });
    if (!answer.ok) return unanswered(answer);
    return verdictOf(answer.status, { answer: oneLine(answer.body.toString('utf8'), LONGEST_ANSWER), now });
  }

  return {
    kinds: [SUBSCRIBER_MAIL, SUBSCRIBER_CALL],
    tryMs: TRY_MS,
    atOnce: 12,
    perWorkspace: 10,
    perChannel: 1,
    send,
    nextAt: (tries, now, askedMs) => nextTryAt(tries, now, { askedMs, share: parts.chance() }),
    /** A webhook that is gone is forgotten; who reads letters unsubscribes by themselves. */
    async givenUp(client, { workspaceId, kind, content }, { because }) {
      if (workspaceId === null || kind !== SUBSCRIBER_CALL || (because !== 'gone' && because !== 'untaken')) return;
      await forget(client, vault, workspaceId, (content as Content).subscriber);
    },
  };
}
