/** What the page behind a link shows and takes. The link says which survey it is; its own row, whether it is still to be answered. */
import type { Survey } from '@watchdesk/domain/event';
import {
  type AskedFurther,
  furtherAnswersIn,
  furtherIn,
  LIMITS,
  scaleOf,
  scoreIn,
  type SurveyWording,
  wordingOf,
  wordsIn,
  type Words,
} from '@watchdesk/domain/survey';
import type { Clock } from '../clock.ts';
import { APPLICATION, type Door, ensureApplication } from '../ingest/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import { workspaceName } from './ask.ts';
import type { Links } from './links.ts';
import { WHO } from './runner.ts';
import { readSettings } from './settings.ts';

export interface AnsweringParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly door: Pick<Door, 'accept'>;
  readonly links: Links;
}

/** A survey as its page shows it. */
export interface Shown {
  readonly state: 'open' | 'answered' | 'expired';
  readonly isTest: boolean;
  readonly survey: Survey;
  readonly scale: number;
  readonly language: string;
  /** The workspace, in whose name it is asked. */
  readonly from: string;
  readonly wording: SurveyWording;
  readonly words: Words;
  /** What is asked besides the score. */
  readonly further: readonly AskedFurther[];
}

/** `unknown`: a link that we did not make, or whose survey is not there any more. */
export type Looked = Shown | { readonly state: 'unknown' };

/** What somebody sent, as they sent it. */
export interface Given {
  readonly score: unknown;
  readonly comment: unknown;
  /** By the ids of the further questions. */
  readonly further?: Readonly<Record<string, string>> | undefined;
}

export type Taken =
  | { readonly outcome: 'taken' | 'shown'; readonly looked: Looked }
  | { readonly outcome: 'faulty'; readonly looked: Shown; readonly fault: 'score' | 'comment' | 'further' };

interface Row {
  readonly id: string;
  readonly ticket: string;
  readonly customer: string | null;
  readonly contact: string | null;
  readonly survey: Survey;
  readonly scale: number;
  readonly language: string;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
}

export function createAnswering({ postgres, clock, door, links }: AnsweringParts) {
  const { pool } = postgres;

  /** Does `work` within the survey's workspace. */
  async function reading<T>(token: string, work: (workspaceId: string, looked: Looked, row: Row | null) => Promise<T>): Promise<T> {
    const link = links.read(token);
    if (!link) return work('', { state: 'unknown' }, null);
    return withinWorkspace(link.w, async () => {
      const row = 'i' in link ? await rowOf(link.w, link.i) : null;
      if ('i' in link && row === null) return work(link.w, { state: 'unknown' }, null);
      const { settings } = await readSettings(pool, link.w);
      const [survey, language] = row ? [row.survey, row.language] : 'k' in link ? [link.k, link.l] : (['csat', 'en'] as const);
      const until = Math.min(link.x, row?.expiresAt.getTime() ?? Infinity);
      const looked: Shown = {
        state: row?.answeredAt ? 'answered' : until <= clock.now() ? 'expired' : 'open',
        isTest: row === null,
        survey,
        scale: row?.scale ?? scaleOf(survey, settings.kinds.ces.scale),
        language,
        from: await workspaceName(pool, link.w),
        wording: wordingOf(settings, survey, language),
        words: wordsIn(language),
        further: furtherIn(settings.further, language, settings.language),
      };
      return work(link.w, looked, row);
    });
  }

  async function rowOf(workspaceId: string, id: string): Promise<Row | null> {
    const { rows } = await pool.query<Row>(
      `select id, ticket, customer, contact, survey, scale, language, expires_at as "expiresAt", answered_at as "answeredAt"
       from survey_request where workspace_id = $1 and id = $2 and state = 'asked'`,
      [workspaceId, id],
    );
    return rows[0] ?? null;
  }

  return {
    /** Does nothing, however often it is looked at. */
    show: (token: string): Promise<Looked> => reading(token, async (_, looked) => looked),

    /** Once: whoever sends it again, or at the same moment, is told that it is answered. */
    answer: (token: string, { score: typed, comment: written, further = {} }: Given): Promise<Taken> =>
      reading(token, async (workspaceId, looked, row): Promise<Taken> => {
        if (looked.state !== 'open') return { outcome: 'shown', looked };
        const score = scoreIn(typed, looked.survey, looked.scale);
        if (score === null) return { outcome: 'faulty', looked, fault: 'score' };
        const comment = commentIn(written);
        if (comment.length > LIMITS.comment) return { outcome: 'faulty', looked, fault: 'comment' };
        const furtherAnswers = furtherAnswersIn(looked.further, mapped(further, commentIn));
        if (furtherAnswers === null) return { outcome: 'faulty', looked, fault: 'further' };
        const answered: Taken = { outcome: 'taken', looked: { ...looked, state: 'answered' } };
        if (row === null) return answered;
        await ensureApplication(postgres, workspaceId);
        const now = clock.now();
        const { survey, scale } = looked;
        const event = {
          // The same for every try, so that only one of them is an answer.
          id: `survey ${row.id} answered`,
          at: now,
          type: 'survey.answered',
          ticket: row.ticket,
          actor: { kind: 'customer', ...(row.customer !== null && { id: row.customer }) },
          data: {
            survey,
            surveyId: row.id,
            score,
            scale,
            ...(comment !== '' && { comment }),
            ...(furtherAnswers.length > 0 && { furtherAnswers }),
          },
        };
        const note = `update survey_request set answered_at = coalesce(answered_at, $3) where workspace_id = $1 and id = $2`;
        const alongside = async (tx: Pick<typeof pool, 'query'>) => void (await tx.query(note, [workspaceId, row.id, new Date(now)]));
        const [outcome] = await door.accept(workspaceId, APPLICATION, [event], { who: WHO, alongside });
        // A ticket that takes no more events has ended, and so has its survey.
        if (outcome?.outcome === 'rejected') return { outcome: 'shown', looked: { ...looked, state: 'expired' } };
        return outcome?.outcome === 'duplicate' ? { outcome: 'shown', looked: { ...looked, state: 'answered' } } : answered;
      }),

    /** Whoever this link was sent to is not asked again. Also after it was answered, or has ended. */
    optOut: (token: string): Promise<Looked> =>
      reading(token, async (workspaceId, looked, row) => {
        if (row?.contact)
          await pool.query('insert into survey_refusal (workspace_id, contact, at) values ($1, $2, $3) on conflict do nothing', [
            workspaceId,
            row.contact,
            new Date(clock.now()),
          ]);
        return looked;
      }),
  };
}

/** As a form sends it: line breaks as one knows them, and nothing that a database cannot hold. */
const commentIn = (written: unknown): string =>
  typeof written === 'string' ? written.toWellFormed().replaceAll('\0', '').replaceAll('\r\n', '\n').trim() : '';

const mapped = (texts: Readonly<Record<string, string>>, change: (text: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, change(text)]));
