/** Drivers as they are shown and said: the strongest first, in points of a score of 1 to 5. */
import type { FeedbackDrivers } from '../../api/client.ts';
import { valueName } from '../../numbers/index.ts';
import { formatCount, formatNumber, sentenceCase } from '../../ui/index.ts';
import { messages } from './messages.ts';

const words = messages.drivers;

/** An effect and where it lies with 95 % certainty. */
export interface Shown {
  readonly id: string;
  readonly label: string;
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  readonly inWords: string;
  /** It is not likely to be none. */
  readonly isSure: boolean;
  readonly n?: number;
}

type Choice = FeedbackDrivers['choices'][number];

const isSure = (low: number, high: number): boolean => low > 0 || high < 0;
const points = (value: number): string => formatNumber(Math.abs(value), 2);

function inWords(step: 'doubling' | 'one', perStep: number): string {
  const size = points(perStep);
  return perStep < 0 ? words.lower[step](size) : words.higher[step](size);
}

/** Those that vary, the strongest first. */
export function amountEffects({ amounts }: Pick<FeedbackDrivers, 'amounts'>): (Shown & { step: number; explained: number })[] {
  return amounts
    .filter(({ varies }) => varies)
    .map(({ id, step, perDeviation, interval: [low = 0, high = 0], perStep, explained }) => ({
      id,
      label: words.names[id] ?? id,
      effect: perDeviation,
      low,
      high,
      inWords: isSure(low, high) ? inWords(step, perStep) : `${inWords(step, perStep)} ${words.unsure}`,
      isSure: isSure(low, high),
      step: perStep,
      explained,
    }))
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}

/** A word of the vocabulary as people say it, and any other in the case of a sentence. */
function nameOf(id: string, value: string): string {
  if (value === '…') return words.others;
  if (value === '') return words.none;
  const said = valueName(id, value, value);
  return said === value ? sentenceCase(value) : said;
}

export function choiceEffects({ id, reference, values }: Choice): { reference: string; effects: Shown[] } {
  const effects = values
    .map(({ value, n, effect, interval: [low = 0, high = 0] }) => ({
      id: value,
      label: nameOf(id, value),
      effect,
      low,
      high,
      inWords: words.n(formatCount(n)),
      isSure: isSure(low, high),
      n,
    }))
    .toSorted((a, b) => a.effect - b.effect);
  return { reference: nameOf(id, reference), effects };
}

/** What goes along with satisfaction most, of what is sure. */
export function driversSentence(drivers: Pick<FeedbackDrivers, 'amounts'>): string {
  const [first, second] = amountEffects(drivers).filter((one) => one.isSure);
  if (!first) return words.nothingSure;
  const most = words.most(first.label, first.inWords);
  return second ? `${most} ${words.second(second.label, second.inWords)}` : most;
}

export function leftOutWords({ leftOut }: Pick<FeedbackDrivers, 'leftOut'>): string | null {
  if (leftOut.length === 0) return null;
  return words.leftOut(
    leftOut.map(({ reason, answers }) => words.reasons[reason](answers === null ? null : formatCount(answers))).join(', '),
  );
}
