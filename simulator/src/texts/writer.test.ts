import { describe, expect, test } from 'vitest';
import { CATEGORY_NAMES } from '../arrivals/categories.ts';
import { byTicket, eventsOf, START } from '../example.ts';
import type { Ticket } from '../model.ts';
import { ENGLISH_PROBLEMS, LANGUAGES } from './languages/index.ts';
import { NOTES } from './notes.ts';
import { slotOf } from './slots.ts';
import { fill } from './template.ts';

const strings = (value: unknown): string[] => (typeof value === 'string' ? [value] : Object.values(value as object).flatMap(strings));
const OF_THE_WRITER = new Set(['agent', 'agentGiven', 'category', 'subject', 'opening', 'asks', 'says', 'fix', 'bot', 'note']);

describe('words', () => {
  test('there are at least eight problems for each category, no two alike', () => {
    for (const category of CATEGORY_NAMES) {
      const subjects = ENGLISH_PROBLEMS[category].map(({ subject }) => subject);
      expect(subjects.length).toBeGreaterThanOrEqual(8);
      expect(new Set(subjects).size).toBe(subjects.length);
    }
  });

  test('every slot of every text can be filled, in every language', () => {
    const customer = {
      name: 'Mika Sato',
      givenName: 'Mika',
      email: 'mika@x.example',
      city: { name: 'Osaka' },
      organisation: { name: 'Lark', plan: 'Pro', currency: 'EUR' },
    };
    for (const [language, words] of Object.entries({ ...LANGUAGES, notes: NOTES })) {
      const ticket = { number: 3, createdAt: START, language: language === 'notes' ? 'en' : language, customer } as unknown as Ticket;
      for (const text of strings(words)) {
        const filled = fill(text, (name) => (OF_THE_WRITER.has(name) ? 'x' : slotOf(name, 1, START, ticket)));
        expect(filled).not.toMatch(/[{}]/);
      }
    }
  });
});

describe('conversations', () => {
  const tickets = [...byTicket(eventsOf(4)).values()];
  const texts = tickets.map((list) => list.flatMap((event) => (event.type === 'ticket.message' ? [event.data.text!] : [])));

  test('have texts throughout, none with an open slot', () => {
    for (const text of texts.flat()) expect(text).toMatch(/\S/);
    expect(texts.flat().filter((text) => /\{\w+\}/.test(text))).toEqual([]);
  });

  test('differ: hardly two begin with the same words', () => {
    const openings = texts.flatMap(([first]) => (first ? [first] : []));
    expect(new Set(openings).size / openings.length).toBeGreaterThan(0.9);
  });

  test('are held in five languages, mostly in English', () => {
    const languages = Map.groupBy(tickets, ([creation]) => (creation!.type === 'ticket.created' ? creation!.data.language : null));
    expect(new Set(languages.keys())).toEqual(new Set(['de', 'en', 'es', 'fr', 'ja']));
    expect(languages.get('en')!.length / tickets.length).toBeGreaterThan(0.8);
  });

  test('say the same thing the same way: an invoice named in the subject is the one in the message', () => {
    const told = tickets.flatMap((list, place) => {
      const subject = list[0]!.type === 'ticket.created' && list[0]!.actor?.kind === 'customer' ? list[0]!.data.subject! : '';
      const invoice = /INV-\d+-\d+/.exec(subject)?.[0];
      return invoice ? [{ invoice, text: texts[place]!.join(' ') }] : [];
    });
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter(({ invoice, text }) => /INV-/.test(text) && !text.includes(invoice))).toEqual([]);
  });
});
