/** How hard a password is to guess, by the library and the rule of the server. The library brings its words along, so it comes when first asked. */
import { LEAST_PASSWORD, LEAST_PASSWORD_SCORE, passwordScore } from '@watchdesk/domain/account';

export interface Strength {
  /** How many of four steps it has come. */
  steps: number;
  isEnough: boolean;
  word: 'short' | 'weak' | 'nearly' | 'good' | 'strong';
}

type Meter = (password: string, about: readonly string[]) => Strength;

let loading: Promise<Meter> | undefined;

/** The meter; asked for again after a failure. */
export function loadMeter(): Promise<Meter> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Meter> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  const library = new ZxcvbnFactory({ dictionary: { ...common.dictionary }, graphs: common.adjacencyGraphs });
  const meter = (text: string, words: string[]) => library.check(text, words).score;
  return (password, about) => strengthOf(password, passwordScore(meter, password, about));
}

function strengthOf(password: string, score: number): Strength {
  if (password.length < LEAST_PASSWORD) return { steps: Math.min(1, score), isEnough: false, word: 'short' };
  if (score < LEAST_PASSWORD_SCORE) return { steps: Math.max(1, score), isEnough: false, word: score < 2 ? 'weak' : 'nearly' };
  return { steps: score, isEnough: true, word: score > LEAST_PASSWORD_SCORE ? 'strong' : 'good' };
}
