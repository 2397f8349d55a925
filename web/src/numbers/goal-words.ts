/** What is said of a goal wherever it stands: a word for its pace, what tone it has, and its target by its day. */
import type { Goal } from '../api/client.ts';
import { formatDay, formatDuration, formatShare } from '../ui/index.ts';
import { targetSign, targetWords, type Unit } from './figure-words.ts';
import type { Filter } from './question.ts';

export type Pace = NonNullable<Goal['standing']>['pace'];
export type Tone = 'good' | 'warning' | 'bad' | 'none';

export const PACES: Readonly<Record<Pace, { word: string; tone: Tone }>> = {
  ahead: { word: 'Ahead', tone: 'good' },
  on_track: { word: 'On track', tone: 'good' },
  behind: { word: 'Behind', tone: 'warning' },
  far_behind: { word: 'Far behind', tone: 'bad' },
  reached: { word: 'Reached', tone: 'good' },
  missed: { word: 'Missed', tone: 'bad' },
  unknown: { word: 'Not known', tone: 'none' },
};

/** The value of a goal, which is round or nearly so: `1 h 30 m`, `2 h`, `85 %`, `72.5 %`. */
export function goalValue(value: number, unit: Unit): string {
  if (unit === 'seconds') return formatDuration(value).replace(/\u00a00+\u00a0[smh]$/, '');
  return unit === 'share' ? formatShare(value).replace(/\.0(?=\u00a0%)/, '') : targetWords(value, unit);
}

/** `≤ 1 h 30 m`. */
export const goalTarget = ({ spec, direction }: Pick<Goal, 'spec' | 'direction'>, unit: Unit): string =>
  `${targetSign({ betterWhen: direction })} ${goalValue(spec.target, unit)}`;

export const endDay = ({ spec }: Pick<Goal, 'spec'>, now: number): string => formatDay(spec.endsOn, now, 'UTC');

/** `Goal ≤ 2 h by 1 Mar: on track`. */
export const goalSentence = (goal: Goal & { standing: NonNullable<Goal['standing']> }, unit: Unit, now: number): string =>
  `Goal ${goalTarget(goal, unit)} by ${endDay(goal, now)}: ${PACES[goal.standing.pace].word.toLowerCase()}`;

const keyOf = (filters: readonly Filter[]): string =>
  filters
    .map(({ dimension, values, not = false }) => JSON.stringify([dimension, not, values.toSorted()]))
    .toSorted()
    .join('\n');

/** The open goal of exactly these numbers that ends soonest. */
export const goalOf = (goals: readonly Goal[], metric: string, filters: readonly Filter[] = []): Goal | undefined =>
  goals.find((goal) => goal.standing !== null && goal.spec.metric === metric && keyOf(goal.filters) === keyOf(filters));
