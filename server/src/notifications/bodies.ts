/** What a channel is sent: where, and the bytes, of notices as they are set for it. */
import { createHash } from 'node:crypto';
import {
  type Message,
  messageOf,
  type Notice,
  pagerdutyBody,
  type Setting,
  slackBody,
  teamsBody,
  webhookBody,
} from '@watchdesk/domain/notification';
import type { ChannelKind, Secrets } from './channel-kinds.ts';
import { moreThread } from './more-incidents.ts';

export interface Sent {
  readonly url: string;
  readonly body: string;
  /** Statuses by which the receiver says that it cannot read this one, whenever it is sent. */
  readonly unfit: readonly number[];
}

export interface Endpoints {
  readonly us: string;
  readonly eu: string;
}
export const PAGERDUTY: Endpoints = { us: 'https://events.pagerduty.com/v2/enqueue', eu: 'https://events.eu.pagerduty.com/v2/enqueue' };

interface Parts {
  readonly workspaceId: string;
  /** By which it is known in the outbox. */
  readonly message: string;
  readonly notices: readonly Notice[];
  readonly setting: Setting;
  readonly secrets: Secrets;
  readonly pagerduty: Endpoints;
}

const UNFIT = [400, 413];

/** At least one notice, of a webhook exactly one. Several of a pager are one incident, of a key of its own. */
export function bodyFor(kind: Exclude<ChannelKind, 'mail'>, { workspaceId, message, notices, setting, secrets, pagerduty }: Parts): Sent {
  const [first] = notices as [Notice];
  switch (kind) {
    case 'slack':
      return { url: secrets.url!, body: JSON.stringify(slackBody(messageOf(notices, setting))), unfit: UNFIT };
    case 'teams':
      return { url: secrets.url!, body: JSON.stringify(teamsBody(messageOf(notices, setting))), unfit: UNFIT };
    case 'pagerduty': {
      const incident = {
        routingKey: secrets.routingKey!,
        dedupKey: dedupKeyOf(workspaceId, notices.length > 1 ? moreThread(message) : first.thread),
        event: first.event,
        address: setting.address,
      };
      const body = pagerdutyBody(messageOf(notices, setting), incident);
      return { url: pagerduty[secrets.region ?? 'us'], body: JSON.stringify(body), unfit: UNFIT };
    }
    case 'webhook':
      return { url: secrets.url!, body: JSON.stringify(webhookBody(first, setting)), unfit: [] };
  }
}

/** Ends the incident of a thread, which `message` says why. */
export function endOf(
  thread: string,
  message: Message,
  { workspaceId, address, secrets, pagerduty }: Pick<Parts, 'workspaceId' | 'secrets' | 'pagerduty'> & { address: string },
): Sent {
  const incident = { routingKey: secrets.routingKey!, dedupKey: dedupKeyOf(workspaceId, thread), event: 'resolved', address } as const;
  return { url: pagerduty[secrets.region ?? 'us'], body: JSON.stringify(pagerdutyBody(message, incident)), unfit: UNFIT };
}

/** Names the thread among all workspaces; one that is too long by its hash, so that no two become one. */
function dedupKeyOf(workspaceId: string, thread: string): string {
  const whole = `watchdesk:${workspaceId}:${thread}`;
  return whole.length <= 255 ? whole : `watchdesk:${createHash('sha256').update(whole).digest('hex')}`;
}
