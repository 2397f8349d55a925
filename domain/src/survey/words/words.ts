/** What is said to customers in one language: of each kind of survey, and around it. */
import type { Survey } from '../../event/index.ts';
import type { SurveyWording } from '../settings.ts';

export interface Words {
  /** As its speakers call it. */
  readonly name: string;
  readonly kinds: Readonly<Record<Survey, SurveyWording>>;
  /** In a letter, before the subject of the ticket, and how to answer. */
  readonly about: (subject: string) => string;
  readonly how: string;
  readonly open: string;
  /** Below it: until when, and how to hear no more of it. */
  readonly until: (day: string) => string;
  readonly stop: string;
  /** On the page. */
  readonly comment: string;
  readonly commentHint: string;
  readonly send: string;
  readonly chooseScore: string;
  readonly tooLong: (most: number) => string;
  readonly answered: string;
  readonly answeredText: string;
  readonly expired: string;
  readonly expiredText: string;
  readonly stopTitle: string;
  readonly stopText: string;
  readonly stopped: string;
  readonly stoppedText: string;
  readonly test: string;
}
