/**
 * What moves satisfaction: a regression of the score on how long everything took, how often the ticket was answered, handed on,
 * escalated and reopened, and what it was about. It says what goes along with what and not what causes it. Below a sensible
 * number of answers it says nothing, and where the answers are of few people, it is withheld.
 */
import { type Effect, type Regression, regress } from '@watchdesk/domain/statistics';
import { type Asking, FEWEST_PEOPLE, type Frame, iso, type MetricsParts } from '../metrics/index.ts';
import { type Answer, MOST_ANSWERS, ratedAnswers } from './answers.ts';
import { bandsOf, othersIn } from './bands.ts';
import { AMOUNTS, CHOICES, isRateable, LEFT_OUT, type LeftOut, type Rateable, whyLeftOut } from './inputs.ts';
import { type FeedbackQuestion, frameFor } from './question.ts';

/** Ten answers for each effect is the rule of thumb; below a hundred the smallest of them cannot be seen at all. */
const LEAST_EACH = 10;
const LEAST = 100;
/** Rarer values of a choice stand together: few answers say nothing of them. */
const LEAST_OF_VALUE = 20;
const MOST_VALUES = 8;
const OTHERS = '…';
/** The 97.5th percentile of the normal distribution. */
const Z = 1.96;

export async function drivers(parts: MetricsParts, asking: Asking, question: FeedbackQuestion, signal?: AbortSignal) {
  const frame = await frameFor(parts, asking, question);
  const read = await ratedAnswers(parts, frame, signal);
  const answers = read.slice(0, MOST_ANSWERS);
  if (isOfFew(answers)) return { ...WITHHELD, period: shown(frame) };
  const usable = answers.filter(isRateable);
  const design = designOf(usable);
  const needed = Math.max(LEAST, LEAST_EACH * design.width);
  const found =
    usable.length < needed
      ? null
      : regress(
          design.rows,
          usable.map(({ score }) => score),
          design.groups,
        );
  return {
    outcome: found ? ('computed' as const) : usable.length < needed ? ('too_few' as const) : ('all_alike' as const),
    answers: answers.length,
    used: usable.length,
    needed,
    leftOut: leftOut(answers, read.length > MOST_ANSWERS),
    mean: found?.mean ?? null,
    explained: found?.explained ?? null,
    amounts: found ? AMOUNTS.map(({ id, step }, place) => amountOf(id, step, found, place)) : [],
    choices: found ? design.choices.map((choice, index) => choiceOf(choice, found, AMOUNTS.length + index)) : [],
    bands: bandsOf(answers),
    period: shown(frame),
  };
}

const WITHHELD = {
  outcome: 'withheld' as const,
  answers: null,
  used: 0,
  needed: LEAST,
  leftOut: [],
  mean: null,
  explained: null,
  amounts: [],
  choices: [],
  bands: [],
};

const shown = ({ from, to, timeZone }: Frame) => ({ from: iso(from), to: iso(to), timeZone });

const leftOut = (answers: readonly Answer[], isMore: boolean) =>
  LEFT_OUT.flatMap((reason): { reason: LeftOut; answers: number | null }[] => {
    const many = answers.filter((answer) => whyLeftOut(answer) === reason).length;
    if (reason === 'older') return isMore ? [{ reason, answers: null }] : [];
    return many > 0 ? [{ reason, answers: many }] : [];
  });

interface Choice {
  readonly id: (typeof CHOICES)[number];
  /** The most frequent value, which the others stand beside. */
  readonly reference: string;
  /** With the places of their inputs. */
  readonly values: readonly { readonly value: string; readonly n: number; readonly place: number }[];
}

/** The answers are of people other than the viewer's own, and of so few that an effect would tell what each of them did. */
function isOfFew(answers: readonly Answer[]): boolean {
  const others = othersIn(answers);
  return others.length > 0 && others.length < FEWEST_PEOPLE;
}

interface Frequent {
  readonly value: string;
  readonly n: number;
}

/** Those that may stand by themselves: the rarest go to the others until these are of enough people too. */
function tellingOfNobody(counts: ReadonlyMap<string, readonly Answer[]>, kept: readonly Frequent[]): readonly Frequent[] {
  const named = new Set(kept.map(({ value }) => value));
  const rest = [...counts].flatMap(([value, own]) => (named.has(value) ? [] : own));
  return kept.length > 0 && isOfFew(rest) ? tellingOfNobody(counts, kept.slice(0, -1)) : kept;
}

/** The rows of inputs: amounts first, then for each value of a choice but the most frequent whether it is that one. */
function designOf(answers: readonly Rateable[]) {
  let width: number = AMOUNTS.length;
  const choices = CHOICES.map((id): Choice & { readonly valueOf: (answer: Rateable) => string } => {
    const counts = Map.groupBy(answers, (answer) => answer[id]);
    const frequent = [...counts]
      .map(([value, own]) => ({ value, n: own.length }))
      .toSorted((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1));
    const kept = tellingOfNobody(
      counts,
      frequent.filter(({ value, n }) => n >= LEAST_OF_VALUE && !isOfFew(counts.get(value)!)).slice(0, MOST_VALUES),
    );
    const named = new Set(kept.map(({ value }) => value));
    const rest = frequent.filter(({ value }) => !named.has(value)).reduce((sum, { n }) => sum + n, 0);
    const [reference, ...besides] = [...kept, ...(rest > 0 ? [{ value: OTHERS, n: rest }] : [])];
    const values = besides.map((one) => ({ ...one, place: width++ }));
    return { id, reference: reference?.value ?? '', values, valueOf: (answer) => (named.has(answer[id]) ? answer[id] : OTHERS) };
  });
  const rows = answers.map((answer) => [
    ...AMOUNTS.map(({ of }) => of(answer)),
    ...choices.flatMap(({ values, valueOf }) => values.map(({ value }) => Number(valueOf(answer) === value))),
  ]);
  const groups = [...AMOUNTS.map((_, place) => [place]), ...choices.map(({ values }) => values.map(({ place }) => place))];
  return { rows, groups, choices, width };
}

const intervalOf = ({ perUnit, standardError }: Effect, times = 1): readonly [number, number] => [
  times * (perUnit - Z * standardError),
  times * (perUnit + Z * standardError),
];

/** An effect in points of a score of 1 to 5: for a usual difference, by which drivers compare, and for a step that people can picture. */
function amountOf(id: string, step: 'doubling' | 'one', { effects, explainedBy }: Regression, place: number) {
  const effect = effects[place]!;
  return {
    id,
    step,
    varies: effect.deviation > 0,
    perDeviation: effect.perUnit * effect.deviation,
    interval: intervalOf(effect, effect.deviation),
    perStep: effect.perUnit,
    explained: explainedBy[place]!,
  };
}

function choiceOf({ id, reference, values }: Choice, { effects, explainedBy }: Regression, group: number) {
  return {
    id,
    reference,
    explained: explainedBy[group]!,
    values: values.map(({ value, n, place }) => ({ value, n, effect: effects[place]!.perUnit, interval: intervalOf(effects[place]!) })),
  };
}
