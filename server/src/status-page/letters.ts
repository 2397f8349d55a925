/** What subscribers are written. The words of updates were typed by somebody: `setLetter` escapes each where it is put in. */
import { type Draft, fewLines, oneLine } from '@watchdesk/domain/notification';
import type { StatusPage } from '@watchdesk/domain/status-page';
import { instantIn } from './words.ts';

/** What is told, once: to be set as a letter and as a call. */
export interface News {
  readonly id: string;
  readonly kind: 'incident' | 'maintenance';
  /** Of the incident or the maintenance. */
  readonly about: string;
  readonly title: string;
  /** Such as `Identified`, as customers read it. */
  readonly status: string;
  readonly text: string;
  readonly components: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

const LONGEST_TEXT = 20_000;

export const confirmationLetter = ({ title, timeZone }: Pick<StatusPage, 'title' | 'timeZone'>, link: string, until: number): Draft => ({
  subject: `Confirm: updates of ${oneLine(title)}`,
  from: oneLine(title),
  paragraphs: [`Somebody, hopefully you, asked that this address be told what is new on the status page of ${oneLine(title)}.`],
  action: { label: 'Yes, tell me', link },
  after: [
    `The link works until ${instantIn(timeZone, until)}. If it was not you, leave it: nothing is sent then, and the address is forgotten.`,
  ],
});

/** `home`: of the page. */
export const newsLetter = ({ title, timeZone }: Pick<StatusPage, 'title' | 'timeZone'>, news: News, home: string, stop: string): Draft => ({
  subject: `${news.status}: ${oneLine(news.title)}`,
  from: oneLine(title),
  paragraphs: fewLines(news.text, LONGEST_TEXT).split('\n\n'),
  facts: [
    ...(news.components.length > 0 ? [{ label: 'About', value: oneLine(news.components.join(', '), 300) }] : []),
    { label: 'When', value: instantIn(timeZone, news.at) },
  ],
  action: { label: 'See the status page', link: home },
  after: [],
  quiet: { label: 'Tell me no more', link: stop },
});
