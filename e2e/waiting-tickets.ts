/** Tickets of the tests' own that nobody has taken: at some hours the simulated agents leave hardly any waiting. */
const MINUTE = 60_000;

/** A first response of the first priority is owed within a quarter of an hour, at any time of day. */
const URGENT = 15 * MINUTE;

/** One critical ticket that will have used up 80 % of the time for its first response in so many milliseconds; answers its id. */
export async function askUrgently(url: string, inMs: number): Promise<string> {
  const at = Date.now() - 0.8 * URGENT + inMs;
  const ticket = `e2e:urgent-${at}`;
  await tell(url, created(ticket, at, { subject: 'No till in the shop can take cards', priority: 'P1', requester: 'e2e-customer-0' }));
  return ticket;
}

/** One normal ticket that is asked at this moment; answers its id. */
export async function askNow(url: string): Promise<string> {
  const at = Date.now();
  const ticket = `e2e:now-${at}`;
  await tell(url, created(ticket, at, { subject: 'The bill names another company', priority: 'P3', requester: 'e2e-customer-0' }));
  return ticket;
}

/** One normal ticket with this subject that is asked at this moment; answers its id. */
export async function askAbout(url: string, subject: string): Promise<string> {
  const at = Date.now();
  const ticket = `e2e:about-${at}`;
  await tell(url, created(ticket, at, { subject, priority: 'P3', requester: 'e2e-customer-0' }));
  return ticket;
}

/** Tells the product of so many tickets, asked over the last hours, through a key of its own, and answers their ids. */
export async function askForHelp(url: string, count: number): Promise<string[]> {
  const first = Date.now();
  const ids = Array.from({ length: count }, (_, index) => `e2e:${first + index}`);
  const events = ids.flatMap((ticket, index) =>
    created(ticket, first - (index + 1) * 7 * MINUTE, {
      subject: `The router is offline, ${index + 1}`,
      requester: `e2e-customer-${index % 5}`,
      priority: index % 3 === 0 ? 'P2' : 'P3',
    }),
  );
  await tell(url, events);
  return ids;
}

/** A ticket with its customer's first message. */
function created(ticket: string, at: number, about: { subject: string; requester: string; priority: string }): object[] {
  const said = { ticket, at, actor: { kind: 'customer', id: about.requester } };
  const text = 'The red light has been on since this morning, and the app says that it is offline.';
  return [
    { ...said, id: `${ticket} created`, type: 'ticket.created', data: { ...about, channel: 'email', team: 'team-care' } },
    { ...said, id: `${ticket} said`, seq: 1, type: 'ticket.message', data: { messageId: 'm1', visibility: 'public', text } },
  ];
}

async function tell(url: string, events: object[]): Promise<void> {
  const secret = await newKey(url);
  const { outcomes } = await post<{ outcomes: { outcome: string }[] }>(
    `${url}/api/v1/events`,
    { events },
    { authorization: `Bearer ${secret}` },
  );
  if (outcomes.some(({ outcome }) => outcome !== 'accepted')) throw new Error(`not all were accepted: ${JSON.stringify(outcomes)}`);
}

/** The demonstration's people come a moment after the start. */
async function newKey(url: string): Promise<string> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 300))) {
    const { personas } = (await (await fetch(`${url}/api/v1/personas`)).json().catch(() => ({}))) as { personas?: { id: string }[] };
    if (!personas?.some(({ id }) => id === 'admin')) continue;
    const session = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ persona: 'admin' }),
    });
    if (!session.ok) continue;
    const cookie = session.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const wanted = { name: 'e2e', source: 'e2e', scopes: ['events:write'], writable: true };
    return (await post<{ secret: string }>(`${url}/api/v1/keys`, wanted, { cookie })).secret;
  }
  throw new Error('the demonstration has no administrator after a minute');
}

const JSON_TYPE = { 'content-type': 'application/json' };

async function post<T>(url: string, body: object, headers: Record<string, string>): Promise<T> {
  const answer = await fetch(url, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
