/** A question that can be watched on the stream: what it takes, who answers it, and with what it becomes old. */
import type { z } from 'zod';
import type { Scope, ViewScope } from '../accounts/index.ts';
import type { Answer, Question } from '../live/index.ts';
import { masked } from '../masking/index.ts';
import type { Parts } from './routes.ts';

export interface Asker {
  readonly person: string | null;
  readonly workspaceId: string;
  readonly scope: ViewScope;
  readonly writesRules: boolean;
  readonly signal: AbortSignal;
}

export interface Kind {
  readonly asked: z.ZodType;
  readonly seldom: number;
  /** Whether it tells what its watcher may change. */
  readonly isOfRights: boolean;
  /** Whether it tells what is the watcher's own. */
  readonly isOwn: boolean;
  /** Whether what was told to its watcher is seen by it as well; otherwise it is answered as to anybody. */
  readonly isOfPerson: boolean;
  /** Needed for it beyond what the stream needs. It is asked for each watcher apart then, and whether they still may each time. */
  readonly needs: Scope | undefined;
  readonly about: Question['about'];
  answer(parts: Parts, asker: Asker, question: unknown): Promise<Answer>;
}

/** `says`: what of an answer tells it from another one; how fresh it is and what moves with the clock do not. */
export function kind<In extends z.ZodType, Out extends z.ZodType>(
  asked: In,
  answered: Out,
  ask: (parts: Parts, asker: Asker, question: z.output<In>) => Promise<z.output<Out>>,
  says: (answer: z.output<Out>) => unknown,
  {
    seldom = 1,
    isOfRights = false,
    isOwn = false,
    isOfPerson = false,
    needs,
    about,
  }: Partial<Pick<Kind, 'seldom' | 'isOfRights' | 'isOwn' | 'isOfPerson' | 'needs' | 'about'>> = {},
): Kind {
  return {
    asked,
    seldom,
    isOfRights,
    isOwn,
    isOfPerson,
    needs,
    about,
    async answer(parts, asker, question) {
      const whole = await ask(parts, asker, question as z.output<In>);
      const answer = answered.parse(asker.scope.text || isOwn ? whole : masked(whole));
      return { text: JSON.stringify(answer), says: JSON.stringify(says(answer)) };
    },
  };
}
