/**
 * What one watcher has asked to be kept told of, within what they may see. That may change while they watch, so it is looked at
 * again and again; from then on they get what they may see now, or the refusal.
 */
import type { ViewScope } from '../accounts/index.ts';
import { problemOf, Refusal } from '../errors.ts';
import type { About, Answer, Answers, News } from './answers.ts';

/** A question as its asker put it; what is answered depends on what they may see. */
export interface Question {
  /** Equal for equal questions. */
  readonly key: string;
  /** Asked so many times more seldom than others at the most often. */
  readonly seldom?: number;
  readonly about?: About;
  ask(scope: ViewScope, signal: AbortSignal): Promise<Answer>;
}

export interface Asked {
  /** Tells the answer to the question under this name now and whenever it differs; instead of the one that had the name. */
  watch(name: string, question: Question): void;
  /** Tells under this name why there is no question to answer. */
  refuse(name: string, refusal: Refusal): void;
  unwatch(names: readonly string[]): void;
  /** Says what they may see from now on. */
  see(scope: ViewScope): void;
  close(): void;
}

interface AskedOptions {
  readonly workspaceId: string;
  readonly answers: Answers;
  /** What they may see at first. */
  readonly scope: ViewScope;
  readonly tell: (name: string, message: string) => void;
}

/** A dashboard has forty tiles, and its page asks for what its filters offer besides. */
const MOST = 200;

interface Place {
  readonly question: Question;
  leave?: () => void;
}

export function createAsked({ workspaceId, answers, scope: first, tell }: AskedOptions): Asked {
  let scope = first;
  const places = new Map<string, Place>();
  let isClosed = false;

  const say = (name: string, news: News) =>
    tell(
      name,
      'answer' in news
        ? `{"type":"answer","name":${JSON.stringify(name)},"answer":${news.answer}}`
        : `{"type":"refused","name":${JSON.stringify(name)},"problem":${news.problem}}`,
    );
  const refuse = (name: string, refusal: Refusal) => say(name, { problem: JSON.stringify(problemOf(refusal)) });

  const follow = (name: string, place: Place) => {
    const { key, ask, seldom, about } = place.question;
    const bounds = scope;
    place.leave?.();
    place.leave = answers.watch(
      {
        workspaceId,
        name: JSON.stringify([workspaceId, bounds, key]),
        ask: (signal) => ask(bounds, signal),
        ...(seldom && { seldom }),
        ...(about && { about }),
      },
      (news) => say(name, news),
    );
  };

  const unwatch = (name: string) => {
    places.get(name)?.leave?.();
    places.delete(name);
  };

  return {
    watch(name, question) {
      if (isClosed) return;
      unwatch(name);
      if (places.size >= MOST) return refuse(name, new Refusal('rate_limited', `At most ${MOST} questions are watched at once.`));
      const place: Place = { question };
      places.set(name, place);
      follow(name, place);
    },
    refuse(name, refusal) {
      unwatch(name);
      refuse(name, refusal);
    },
    unwatch: (names) => names.forEach(unwatch),
    see(now) {
      if (JSON.stringify(now) === JSON.stringify(scope)) return;
      scope = now;
      for (const [name, place] of places) follow(name, place);
    },
    close() {
      isClosed = true;
      for (const { leave } of places.values()) leave?.();
      places.clear();
    },
  };
}
