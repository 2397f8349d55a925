/** Talks to a running product as a program does: a session for reading, a key for sending. */
import type { SentEvent } from '@watchdesk/domain/event';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Client {
  /** Of a persona of the demonstration, to be sent as the header `cookie`. */
  cookie: string;
  /** Sends one batch and resolves when it is durable. Throws when an event was not accepted. */
  send(events: readonly SentEvent[]): Promise<void>;
}

/** Waits for the demonstration's people, steps in as an administrator and makes a key. */
export async function openClient(url: string): Promise<Client> {
  const persona = await firstAdmin(url);
  const session = await post(`${url}/api/v1/session`, { persona }, {});
  const cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const made = await post(`${url}/api/v1/keys`, { name: 'bench', source: 'bench', scopes: ['events:write', 'tickets:read'] }, { cookie });
  const { secret } = (await made.json()) as { secret: string };
  return {
    cookie,
    send: async (events) => {
      const answer = await post(`${url}/api/v1/events`, { events }, { authorization: `Bearer ${secret}` });
      const { outcomes } = (await answer.json()) as { outcomes: { outcome: string }[] };
      const refused = outcomes.find(({ outcome }) => outcome !== 'accepted');
      if (refused) throw new Error(`an event was not accepted: ${JSON.stringify(refused)}`);
    },
  };
}

async function firstAdmin(url: string): Promise<string> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(200)) {
    const answer = await fetch(`${url}/api/v1/personas`);
    const { personas } = answer.ok ? ((await answer.json()) as { personas: { id: string; role: string }[] }) : { personas: [] };
    const admin = personas.find(({ role }) => role === 'admin');
    if (admin) return admin.id;
  }
  throw new Error('the demonstration has no administrator after a minute');
}

async function post(url: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
