/**
 * Surveys: what a workspace asks its customers after a resolve or by an automation, sent by the one outbox, answered on a page of ours, and known as events like
 * any other. Why somebody was not asked is kept.
 */
import type { Survey } from '@watchdesk/domain/event';
import { setLetter } from '@watchdesk/domain/notification';
import { languageFor, scaleOf, surveyLetter, type SurveySettings } from '@watchdesk/domain/survey';
import type pg from 'pg';
import type { Who } from '../audit/index.ts';
import { Refusal } from '../errors.ts';
import type { Mail } from '../mail/index.ts';
import { type AnsweringParts, createAnswering } from './answering.ts';
import { ask, type Asks, surveysFor, workspaceName } from './ask.ts';
import { createLinks } from './links.ts';
import { listSurveys, type ListQuestion } from './list.ts';
import { createRunner, type RunnerParts } from './runner.ts';
import { type Queryable, readSettings, saveSettings } from './settings.ts';

export { forgetContact } from './forget.ts';
export type { Given, Looked } from './answering.ts';
export { OUTCOMES } from './list.ts';
export { FURTHER_FIELD, stopPage, surveyPage, troublePage } from './page.ts';
export type Surveys = ReturnType<typeof createSurveys>;

export interface SurveyParts extends Omit<RunnerParts, 'links' | 'mail'>, Pick<AnsweringParts, 'door'> {
  readonly mail: Pick<Mail, 'enqueueSet' | 'fault' | 'faultOfAddress' | 'look' | 'sendNow'>;
  /** Where people reach the application. */
  readonly address: string;
}

const TEST_MS = 3_600_000;

export function createSurveys(given: SurveyParts) {
  const { postgres, clock, vault, mail, address } = given;
  const { pool } = postgres;
  const links = createLinks(vault, address);
  const parts = { ...given, links };
  const runner = createRunner(parts);

  return {
    ...createAnswering(parts),

    /** What is said, in which version, and why nothing would go, if so. */
    async settings(workspaceId: string) {
      const { settings, version, savedAt, savedBy } = await readSettings(pool, workspaceId);
      return {
        settings,
        version,
        savedAt: savedAt?.toISOString() ?? null,
        savedBy,
        fault: await mail.fault(pool, workspaceId),
        pages: links.home,
      };
    },

    save: (saver: { workspaceId: string; who: Who; name: string }, settings: SurveySettings, base: number | undefined) =>
      saveSettings(parts, saver, settings, base),

    list: (workspaceId: string, question: ListQuestion) => listSurveys(postgres, workspaceId, question, clock.now()),

    /** Sends what customers would get, as it is saved, to an address at once. Refuses with the server's own words when it does not take it. */
    async test(workspaceId: string, { to, survey, language }: { to: string; survey: Survey; language: string }): Promise<void> {
      const fault = await mail.fault(pool, workspaceId);
      if (fault !== null) throw new Refusal('not_possible', `Nothing was sent: ${fault}.`);
      const { settings } = await readSettings(pool, workspaceId);
      const spoken = languageFor(settings, [language]);
      const until = clock.now() + TEST_MS;
      const { page, stop } = links.make({ w: workspaceId, k: survey, l: spoken, x: until });
      const letter = surveyLetter({
        settings,
        survey,
        scale: scaleOf(survey, settings.kinds.ces.scale),
        language: spoken,
        from: await workspaceName(pool, workspaceId),
        subject: null,
        link: page,
        until,
        stop,
        isTest: true,
      });
      const verdict = await mail.sendNow(to, setLetter(letter));
      if (verdict.outcome !== 'sent') throw new Refusal('not_possible', `The mail server did not take it: ${verdict.reason}`);
    },

    /** What an automation has to know before it asks. */
    factsOf: (queryable: Queryable, workspaceId: string, customer: string | null) =>
      surveysFor(parts, queryable, workspaceId, customer, clock.now()),

    /** Asks within the caller's transaction; or why not. */
    ask: (tx: pg.ClientBase, workspaceId: string, asks: Asks) => ask(parts, tx, workspaceId, asks, clock.now()),

    turn: runner.turn,
    start: runner.start,
    stop: runner.stop,
  };
}
