/** A command for a shell that sends a ticket and the question in it. Apart from the shell it needs only curl. */

interface Words {
  readonly subject: string;
  readonly words: string;
}

export function firstTicketCommand(origin: string, secret: string, now: Date, { subject, words }: Words): string {
  const about = { at: now.toISOString(), ticket: `api:${now.getTime()}`, actor: { kind: 'customer', id: 'first-customer' } };
  const events = [
    { id: `created-${now.getTime()}`, ...about, type: 'ticket.created', data: { subject, channel: 'api', requester: 'first-customer' } },
    {
      id: `asked-${now.getTime()}`,
      ...about,
      seq: 1,
      type: 'ticket.message',
      data: { messageId: '1', visibility: 'public', text: words },
    },
  ];
  return [
    `curl ${quoted(`${origin}/api/v1/events`)}`,
    `  -H ${quoted(`Authorization: Bearer ${secret}`)}`,
    `  -H 'Content-Type: application/json'`,
    `  -d ${quoted(JSON.stringify({ events }))}`,
  ].join(' \\\n');
}

/** A quote within quotes ends them, stands by itself, and begins them again. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
