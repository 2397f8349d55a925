/** Messages say what a notice says, whatever is in it, within the limits of each channel; and nothing that was typed becomes markup, a mention, a link or a header. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PRIORITIES } from '../event/index.ts';
import {
  escapeHtml,
  letterOf,
  manyLines,
  type Message,
  messageOf,
  MOST_CARD_BYTES,
  MOST_WEBHOOK_BYTES,
  type Notice,
  notice as noticeSchema,
  NOTICE_EVENTS,
  pagerdutyBody,
  SEVERITIES,
  setLetter,
  slackBody,
  teamsBody,
  templateFault,
  filled,
  TEMPLATE_NAMES,
  webhookBody,
} from './index.ts';

const HOSTILE = [
  '<!channel> <@U123> <https://evil.example|click>',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '[click](https://evil.example) **bold** ![i](https://evil.example/i.png)',
  'x\r\nBcc: all@example.com\r\n\r\nbody',
  '"},"injected":{"a":"',
  '\u202Egnp.exe\u2066',
  '&amp;&lt;',
  '{{customer_name}}',
  '<at>everybody</at>',
];
const words = (most: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }),
      fc.constantFrom(...HOSTILE),
      fc.constant('ü🙂&<'.repeat(Math.floor(most / 5))),
    )
    .map((text) => text.replaceAll('\0', '').toWellFormed().slice(0, most).toWellFormed())
    .map((text) => (text === '' ? 'x' : text));

const notices: fc.Arbitrary<Notice> = fc.record(
  {
    key: words(300),
    thread: words(200),
    event: fc.constantFrom(...NOTICE_EVENTS),
    severity: fc.constantFrom(...SEVERITIES),
    title: words(200),
    what: words(2000),
    why: fc.record({ text: words(2000) }),
    advice: fc.array(words(500), { maxLength: 10 }),
    facts: fc.array(fc.record({ label: words(100), value: words(500) }), { maxLength: 20 }),
    ticketId: words(100),
    priority: fc.constantFrom(...PRIORITIES, null),
    team: words(200),
    links: fc.array(fc.record({ label: words(60), path: fc.constantFrom('/tickets/4711', '/alerts?id=1') }), {
      minLength: 1,
      maxLength: 6,
    }),
    at: fc.integer({ min: 0, max: 2_000_000_000_000 }),
  },
  { requiredKeys: ['key', 'thread', 'event', 'severity', 'title', 'what', 'why', 'advice', 'facts', 'links', 'at'] },
);
const setting = { address: 'https://desk.example', workspace: 'Field & Sons' };
const messages = fc.array(notices, { minLength: 1, maxLength: 30 }).map((all) => messageOf(all, setting));

test('what is made here is a notice', () => {
  fc.assert(fc.property(notices, (one) => noticeSchema.safeParse(one).success));
});

test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/a b'])(
  'a link of a notice does not lead to %s',
  (path) => {
    const [one] = fc.sample(notices, { numRuns: 1, seed: 1 });
    expect(noticeSchema.safeParse({ ...one, links: [{ label: 'x', path }] }).success).toBe(false);
  },
);

describe('Slack', () => {
  /** Every text of a body with the kind it is read as. */
  const textsOf = (value: unknown): { type: string; text: string }[] => {
    if (Array.isArray(value)) return value.flatMap(textsOf);
    if (value === null || typeof value !== 'object') return [];
    const { type, text } = value as { type?: unknown; text?: unknown };
    const own = typeof text === 'string' ? [{ type: String(type), text }] : [];
    return [...own, ...Object.values(value).flatMap(textsOf)];
  };

  test('gets blocks within its limits, and nothing that it reads as a mention or a link', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const body = slackBody(message);
        expect(body.blocks.length).toBeLessThanOrEqual(50);
        const texts = textsOf(body.blocks);
        expect(texts.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(10_200);
        for (const { type, text } of texts) {
          expect(text.isWellFormed() && text.length > 0 && text.length <= 3000).toBe(true);
          if (type === 'mrkdwn') expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        }
        expect(body.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        expect((body.blocks[0] as { text: { text: string } }).text.text.length).toBeLessThanOrEqual(150);
        const fields = body.blocks.flatMap((block) => (block['fields'] as { text: string }[] | undefined) ?? []);
        expect(fields.every(({ text }) => text.length <= 2000)).toBe(true);
        expect(body.blocks.every((block) => ((block['fields'] as unknown[] | undefined)?.length ?? 0) <= 10)).toBe(true);
      }),
    );
  });
});

test('Teams gets a card of 20 KB at most, in which no text is read as Markdown', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const body = teamsBody(message);
      expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThanOrEqual(MOST_CARD_BYTES);
      const { body: elements, actions } = (
        body.attachments[0] as { content: { body: { type: string }[]; actions: { type: string; url: string }[] } }
      ).content;
      // Runs of rich text are not read as Markdown; text blocks and fact sets are.
      expect(new Set(elements.map(({ type }) => type))).toEqual(new Set(['RichTextBlock']));
      expect(actions.every(({ type, url }) => type === 'Action.OpenUrl' && url.startsWith('https://desk.example/'))).toBe(true);
    }),
  );
});

test('PagerDuty gets one key for a thread, and the event that its notice is', () => {
  const of = (message: Message, event: Notice['event']) =>
    pagerdutyBody(message, { routingKey: 'r', dedupKey: 'sla:a:4711:first_response:c1', event, address: 'https://desk.example' });
  fc.assert(
    fc.property(messages, fc.constantFrom(...NOTICE_EVENTS), (message, event) => {
      const body = of(message, event);
      expect(body.dedup_key).toBe('sla:a:4711:first_response:c1');
      expect(body.payload.summary.length).toBeLessThanOrEqual(1024);
      expect(['info', 'warning', 'critical']).toContain(body.payload.severity);
      expect(Number.isNaN(Date.parse(body.payload.timestamp))).toBe(false);
    }),
  );
  const [message] = fc.sample(messages, 1);
  expect(NOTICE_EVENTS.map((event) => of(message!, event).event_action)).toEqual([
    'trigger',
    'trigger',
    'acknowledge',
    'acknowledge',
    'resolve',
  ]);
  expect(() => pagerdutyBody(message!, { routingKey: 'r', dedupKey: 'x'.repeat(256), event: 'fired', address: '' })).toThrow(RangeError);
});

test('a letter has a subject of one line, and says in HTML what it says in text', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const { subject, text, html } = letterOf(message, { preferences: 'https://desk.example/account' });
      expect(subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(Array.from(subject).length).toBeLessThanOrEqual(200);
      for (const { value } of message.facts) {
        expect(text).toContain(value);
        expect(html).toContain(escapeHtml(value));
      }
      // Tags of ours alone: no text became one.
      const tags = new Set([...html.matchAll(/<\/?([a-z!]\w*)/gi)].map(([, tag]) => tag!.toLowerCase()));
      for (const tag of tags)
        expect(['!doctype', 'html', 'head', 'meta', 'title', 'style', 'body', 'div', 'p', 'a', 'table', 'tr', 'td', 'ol', 'li']).toContain(
          tag,
        );
      expect(html.split('<style>')).toHaveLength(2);
      expect([...html.matchAll(/href="([^"]*)"/g)].every(([, url]) => url!.startsWith('https://desk.example/'))).toBe(true);
    }),
  );
});

test('a letter says why it came: to a person, or to an address that is a channel', () => {
  const [message] = fc.sample(messages, { numRuns: 1, seed: 5 });
  const told = (reached: { preferences: string } | { channels: string }) => letterOf(message!, reached).text;
  expect(told({ preferences: 'https://desk.example/account' })).toContain('What reaches you, and when, you choose at');
  expect(told({ channels: 'https://desk.example/settings/channels' })).toMatch(
    /This address is a channel of the workspace\. .* its administrators change at https:\/\/desk\.example\/settings\/channels/,
  );
});

test.each(['javascript:alert(1)', 'https://desk.example/a b', '/relative', 'ftp://x'])('a letter has no link to %s', (link) => {
  expect(() => setLetter({ subject: 's', paragraphs: [], action: { label: 'x', link }, after: [] })).toThrow(TypeError);
});

test('a webhook says what the notice says, and who the customer is only where it may', () => {
  fc.assert(
    fc.property(notices, (notice) => {
      const body = webhookBody(notice, { address: 'https://desk.example' });
      expect(body).toMatchObject({ type: `notice.${notice.event}`, data: { key: notice.key, title: notice.title, why: notice.why.text } });
      expect(body.data).not.toHaveProperty('customer');
    }),
  );
  const [one] = fc.sample(notices, { numRuns: 1, seed: 3 });
  const small = { ...one!, facts: [], advice: [], what: 'w', why: { text: 'y' } };
  expect(Buffer.byteLength(JSON.stringify(webhookBody(small, { address: 'https://desk.example' })))).toBeLessThan(MOST_WEBHOOK_BYTES);
  expect(webhookBody(small, { address: '', personal: { customer_name: 'Acme' } }).data).toMatchObject({
    customer: { customer_name: 'Acme' },
  });
});

describe('several notices in one message', () => {
  test('are all counted, and the worst comes first', () => {
    fc.assert(
      fc.property(fc.array(notices, { minLength: 2, maxLength: 60 }), (all) => {
        const { title, severity, facts } = messageOf(all, setting);
        expect(title).toContain(`${all.length} notices`);
        const worst = SEVERITIES.toReversed().find((one) => all.some((notice) => notice.severity === one));
        expect(severity).toBe(worst);
        const counts = facts.filter(({ label }) => /^(Once|\d+ (times|more))$/.test(label));
        const counted = counts.map(({ label }) => (label === 'Once' ? 1 : Number.parseInt(label, 10)));
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(all.length);
      }),
    );
  });
});

test('several notices in one message name the first few tickets of each title', () => {
  const [one] = fc.sample(notices, { numRuns: 1, seed: 5 });
  const of = (title: string, ticketId?: string, at = 0): Notice => ({ ...one!, event: 'fired', severity: 'warning', title, at, ticketId });
  const all = [
    ...['1', '2', '3', '4', '5'].map((ticket, index) => of(`Breached: #${ticket}`, `s:${ticket}`, 90 - index)),
    of('Look at #6 now', 's:6', 2),
    of('Many wait', undefined, 1),
  ];
  expect(messageOf(all, setting).facts.slice(0, 3)).toEqual([
    { label: '5 times', value: 'Breached: #1, #2, #3 and 2 more' },
    { label: 'Once', value: 'Look at #6 now' },
    { label: 'Once', value: 'Many wait' },
  ]);
});

test('several notices in one message say since when, whose they are, how bad, which to open first, and where all of them are', () => {
  const [one] = fc.sample(notices, { numRuns: 1, seed: 5 });
  const at = Date.UTC(2026, 5, 2, 12);
  const of = (ticket: string, more: Partial<Notice>): Notice => ({
    ...one!,
    event: 'fired',
    thread: ticket,
    ticketId: `s:${ticket}`,
    alertId: ticket,
    at,
    priority: null,
    team: undefined,
    ...more,
  });
  const all = [
    of('1', { priority: 'P3', team: 'Tech', at: at - 60_000 }),
    of('2', { priority: 'P1', team: 'Billing' }),
    of('3', { priority: 'P1', team: 'Billing', at: at - 30_000 }),
    of('4', { priority: 'P2' }),
    of('5', { priority: 'P1', team: 'Over' }),
    of('5', { event: 'resolved', priority: 'P1', team: 'Over' }),
    of('6', { severity: 'info', priority: 'P4' }),
    of('6', { event: 'acknowledged', severity: 'info', priority: 'P4' }),
    of('6', { priority: 'P4', at: at + 1 }),
  ];
  const message = messageOf(all, { ...setting, timeZone: 'Europe/Berlin' });
  expect(message.what).toBe(
    '9 things happened since 2 Jun, 13:59 (Europe/Berlin), told in one message. Each of them is in the list of alerts.',
  );
  expect(message.facts.slice(-3)).toEqual([
    { label: 'Teams', value: 'Billing (2), no team (2), Tech (1)' },
    { label: 'Highest priority', value: 'P1: 2' },
    { label: 'Most urgent', value: '#3 (P1, Billing), #2 (P1, Billing), #4 (P2)' },
  ]);
  expect(message.links).toEqual([
    { label: 'Open the alerts', url: 'https://desk.example/alerts' },
    ...['3', '2', '4'].map((id) => ({ label: `Open #${id}`, url: `https://desk.example/tickets/s%3A${id}` })),
  ]);
});

test('of many teams the largest are named, and of many tickets that not all are known of it is said so', () => {
  const teams = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((team, index) => ({ ticket: `s:${index}`, priority: 'P2' as const, team }));
  expect(manyLines([...teams, { ticket: 's:9', priority: null, team: 'g' }], 40)).toEqual([
    { label: 'Teams', value: 'g (2), a (1), b (1), c (1), d (1), 2 more teams, of the first 8' },
    { label: 'Highest priority', value: 'P2: 7 of the first 8' },
    { label: 'Most urgent', value: '#0 (P2, a), #1 (P2, b), #2 (P2, c)' },
  ]);
});

describe('templates', () => {
  const values = { customer_name: 'Acme', customer_plan: 'Enterprise', topic: 'No sign-in' };

  test('are filled, once: what is put in is no template', () => {
    expect(filled('{{customer_name}} ({{ customer_plan }}) - {{topic}}', values)).toBe('Acme (Enterprise) - No sign-in');
    expect(filled('{{customer_name}}', { customer_name: '{{topic}}', topic: 'secret' })).toBe('{{topic}}');
    expect(filled('{{title}} {{ticket}}', values)).toBe('– –');
  });

  test.each([
    ['{{customer}}', 'must name no "customer"'],
    ['{{customer_name', 'must close every {{'],
    ['}}{{', 'must close every {{'],
    ['{{constructor}}', 'must name no "constructor"'],
    ['{{__proto__}}', 'must name no "__proto__"'],
    ['{{}}', 'must name no ""'],
  ])('%j is refused', (template, fault) => {
    expect(templateFault(template, { mayBePersonal: true })).toContain(fault);
  });

  test('name who a customer is only where that may be told', () => {
    expect(templateFault('{{customer_name}}: {{title}}', { mayBePersonal: false })).toContain('must not name customer_name');
    for (const name of Object.keys(TEMPLATE_NAMES)) expect(templateFault(`{{${name}}}`, { mayBePersonal: true })).toBeNull();
  });

  test('never leave a place open, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (template) => {
        if (templateFault(template, { mayBePersonal: true }) === null) expect(filled(template, {})).not.toMatch(/\{\{.*\}\}/);
      }),
    );
  });

  test('become the title of a message, in one line', () => {
    const [notice] = fc.sample(notices, { numRuns: 1, seed: 5 });
    const message = messageOf([notice!], {
      ...setting,
      template: '{{customer_name}} – {{topic}}',
      personal: { customer_name: 'A\r\nBcc: x', topic: '<b>' },
    });
    expect(message.title).toBe('A Bcc: x – <b>');
  });
});
