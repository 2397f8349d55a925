/** An incident, and for each of its deeds a body that does something to it, in the order of the API. */
export const OPENING = { title: 'Theirs', users: 'one', block: 'minor' };

const BODIES: Readonly<Record<string, object>> = {
  declare: {},
  dismiss: { reason: 'x' },
  severity: { users: 'one', block: 'major' },
  status: { status: 'resolved' },
  role: { role: 'commander', agent: 'g' },
  // What customers were told of is not dismissed any more.
  update: { audience: 'internal', text: 'x' },
  note: { text: 'x' },
  checklist: { item: 'initiation.page' },
  affected: { services: ['x'] },
  review: { summary: 'x' },
  complete: {},
  action: { action: 'a', title: 'x' },
  tickets: { tickets: ['api:ours'] },
  answers: { agent: 'g' },
};

export const incidentBody = (method: string, url: string): object | undefined =>
  method === 'POST' ? BODIES[url.split('/').at(-1)!] : undefined;
