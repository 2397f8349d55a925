/**
 * Answers that are kept true. Each distinct question runs once for all who watch it: when the facts of its workspace have
 * changed, at most every two seconds and more seldom where it takes long, a few at once in a process. Its answer is told when it
 * says something else than the one before; and after a minute in any case, as it says of which period it is and how fresh.
 */
import { PROBLEMS, problemOf, Refusal } from '../errors.ts';
import type { Bell } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';

export interface Answer {
  /** As JSON on one line. */
  readonly text: string;
  /** Equal for answers that say the same. */
  readonly says: string;
}

/** What answers are made of. */
export type About = 'facts' | Bell;

export interface LiveQuestion {
  readonly workspaceId: string;
  /** Names the question and what its asker may see: of equal names the answer is one. */
  readonly name: string;
  /** So many times more seldom than others it is asked at the most often: a report that people read and do not watch. */
  readonly seldom?: number;
  /** What it is about, and so becomes old with; facts where nothing is said. */
  readonly about?: About;
  /** Rejects with a refusal where there is none, and may end when nobody waits for it any more. */
  ask(signal: AbortSignal): Promise<Answer>;
}

/** What a watcher is told: an answer, or why there is none. */
export type News = { readonly answer: string } | { readonly problem: string };

export interface Answers {
  /** Tells the answer as soon as there is one, and each that differs, until the function it gives is called. */
  watch(question: LiveQuestion, tell: (news: News) => void): () => void;
  /** The facts of the workspace have changed, or what else is named; of all workspaces where none is. */
  outdate(workspaceId?: string, about?: About): void;
  stop(): void;
}

interface Watched {
  readonly question: LiveQuestion;
  readonly tell: Set<(news: News) => void>;
  readonly end: AbortController;
  state: 'resting' | 'waiting' | 'running';
  /** The facts have changed since its last run began. */
  isOld: boolean;
  /** What it says now, and of the run that was told last when it began. */
  last?: { readonly news: News; readonly says: string; readonly toldFor: number };
  restsUntil: number;
  timer?: NodeJS.Timeout;
}

const LEAST_MS = 2_000;
/** A question that took long rests four times as long: at most a fifth of the time is spent on it. */
const REST = 4;
/**
 * What changed while a question rests is asked for when the next change is told, so that the answer holds that too: while things
 * happen the loader tells of some each second. So long after a change, as a share of the rest, no next one is awaited.
 */
const AWAITED = 0.75;
/** More at once take their time from each other, and from whoever asks once and waits. */
const MOST_AT_ONCE = 4;
const RENEWED_MS = 60_000;
/** After a failure nobody may say that it is over. */
const RETRY_MS = 10_000;
/** Each keeps its last answer. A hundred dashboards of twenty tiles, were none like another. */
const MOST_QUESTIONS = 2_000;
const LONGEST = 1_000_000;

interface AnswersOptions {
  readonly onTrouble: (error: unknown) => void;
  readonly leastMs?: number;
}

export function createAnswers({ onTrouble, leastMs = LEAST_MS }: AnswersOptions): Answers {
  const questions = new Map<string, Watched>();
  const waiting = new Set<Watched>();
  let running = 0;

  const begin = (question: LiveQuestion): Watched => {
    const begun: Watched = { question, tell: new Set(), end: new AbortController(), state: 'resting', isOld: true, restsUntil: 0 };
    questions.set(question.name, begun);
    runIn(begun, 0);
    return begun;
  };

  const end = (watched: Watched) => {
    questions.delete(watched.question.name);
    waiting.delete(watched);
    clearTimeout(watched.timer);
    watched.end.abort();
  };

  const runIn = (watched: Watched, ms: number) => {
    clearTimeout(watched.timer);
    watched.timer = setTimeout(() => {
      watched.state = 'waiting';
      waiting.add(watched);
      runWaiting();
    }, ms);
  };

  const runWaiting = () => {
    for (const watched of waiting) {
      if (running >= MOST_AT_ONCE) return;
      waiting.delete(watched);
      void run(watched);
    }
  };

  const run = async (watched: Watched): Promise<void> => {
    const startedAt = performance.now();
    watched.state = 'running';
    watched.isOld = false;
    running += 1;
    const isAnswered = await ask(watched, startedAt);
    running -= 1;
    if (!watched.end.signal.aborted) rest(watched, startedAt, isAnswered);
    runWaiting();
  };

  const ask = async (watched: Watched, startedAt: number): Promise<boolean> => {
    const { signal } = watched.end;
    try {
      // Its turn may come in the course of another's.
      const { text, says } = await withinWorkspace(watched.question.workspaceId, () => watched.question.ask(signal));
      if (text.length > LONGEST) throw new Refusal('too_large', 'The answer is too long to be watched; ask for fewer groups.');
      if (!signal.aborted) say(watched, { answer: text }, says, startedAt);
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      const refusal = error instanceof Refusal ? error : new Refusal('internal', PROBLEMS.internal.title);
      if (refusal.code === 'internal') onTrouble(error);
      const problem = JSON.stringify(problemOf(refusal));
      say(watched, { problem }, problem, startedAt);
      return false;
    }
  };

  const say = (watched: Watched, news: News, says: string, startedAt: number) => {
    const { last } = watched;
    const isNews = last === undefined || last.says !== says || startedAt - last.toldFor > RENEWED_MS - LEAST_MS;
    // Kept also where it is no news: whoever comes next is told the freshest.
    watched.last = { news, says, toldFor: isNews ? startedAt : last.toldFor };
    if (isNews) for (const tell of watched.tell) tell(news);
  };

  const rest = (watched: Watched, startedAt: number, isAnswered: boolean) => {
    const endedAt = performance.now();
    watched.state = 'resting';
    watched.restsUntil = Math.max(startedAt + leastMs * (watched.question.seldom ?? 1), endedAt + REST * (endedAt - startedAt));
    const pause = watched.restsUntil - endedAt;
    if (watched.isOld) runIn(watched, pause);
    else runIn(watched, isAnswered ? Math.max(pause, startedAt + RENEWED_MS - endedAt) : pause + RETRY_MS);
  };

  return {
    watch(question, tell) {
      const known = questions.get(question.name);
      if (!known && questions.size >= MOST_QUESTIONS) {
        tell({ problem: JSON.stringify(problemOf(new Refusal('rate_limited', `More than ${MOST_QUESTIONS} questions are watched.`))) });
        return () => {};
      }
      const watched = known ?? begin(question);
      // One function may be given twice.
      const own = (news: News) => tell(news);
      watched.tell.add(own);
      if (watched.last) tell(watched.last.news);
      return () => {
        watched.tell.delete(own);
        if (watched.tell.size === 0 && questions.get(question.name) === watched) end(watched);
      };
    },
    outdate(workspaceId, about = 'facts') {
      for (const watched of questions.values()) {
        if ((watched.question.about ?? 'facts') !== about) continue;
        if (workspaceId !== undefined && watched.question.workspaceId !== workspaceId) continue;
        const isNew = watched.last === undefined && watched.isOld; // it is about to run for the first time
        watched.isOld = true;
        if (watched.state !== 'resting' || isNew) continue;
        const pause = watched.restsUntil - performance.now();
        runIn(watched, pause > 0 ? Math.max(pause, AWAITED * leastMs) : 0);
      }
    },
    stop() {
      for (const watched of questions.values()) end(watched);
    },
  };
}
