/** Talks to a running product as a program does: a session for reading, a key for sending. */
import type { SentEvent } from '@watchdesk/domain/event';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Client {
  /** Of a persona of the demonstration, to be sent as the header `cookie`. */
  cookie: string;
  /** Sends one batch and resolves when it is durable; comes again when it is told to. Throws when an event was not accepted. */
  send(events: readonly SentEvent[]): Promise<void>;
  /** How often it was told to come again. */
  readonly putOff: () => number;
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
  let putOff = 0;
  const door = async (events: readonly SentEvent[]): Promise<Response> => {
    for (;;) {
      const answer = await ask(`${url}/api/v1/events`, { events }, { authorization: `Bearer ${secret}` });
      if (answer.status !== 503) return accepted(answer);
      putOff += 1;
      await answer.body?.cancel();
      await sleep(1000 * Number(answer.headers.get('retry-after') ?? 1));
    }
  };
  return {
    cookie,
    putOff: () => putOff,
    send: async (events) => {
      const answer = await door(events);
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

const post = async (url: string, body: unknown, headers: Record<string, string>): Promise<Response> =>
  accepted(await ask(url, body, headers));

const ask = (url: string, body: unknown, headers: Record<string, string>): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

async function accepted(answer: Response): Promise<Response> {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
