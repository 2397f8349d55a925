/** A notice as the body of a signed webhook (standardwebhooks.com): what a program reads, so the notice as it is and nothing set. Several are sent one by one. */
import type { Notice } from './notice.ts';
import type { Setting } from './message.ts';

/** The recommended bound of a body; a notice is bounded well below it but for its lists. */
export const MOST_WEBHOOK_BYTES = 20_000;

export function webhookBody(notice: Notice, { address, personal = {} }: Pick<Setting, 'address' | 'personal'>) {
  const { key, thread, event, severity, title, what, why, advice, facts, ticketId, priority, alertId, links, at } = notice;
  return {
    type: `notice.${event}`,
    timestamp: new Date(at).toISOString(),
    data: {
      key,
      thread,
      severity,
      title,
      what,
      why: why.text,
      advice,
      facts,
      ticketId: ticketId ?? null,
      priority: priority ?? null,
      alertId: alertId ?? null,
      links: links.map(({ label, path }) => ({ label, url: address + path })),
      ...(Object.keys(personal).length > 0 && { customer: personal }),
    },
  };
}
