/**
 * Whether a password is good enough: estimated by zxcvbn against common passwords, names, words, dates, keyboards and what the person
 * is called. The same library tells people while they type.
 */
import { LEAST_PASSWORD, LEAST_PASSWORD_SCORE, MOST_PASSWORD, passwordScore } from '@watchdesk/domain/account';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import { invalid } from '../errors.ts';

const meter = new ZxcvbnFactory({ dictionary: { ...common.dictionary }, graphs: common.adjacencyGraphs });

/** Throws a refusal of the field. `about`: what others know of the person, such as the address and the name of the company. */
export function refuseWeak(field: string, password: string, about: readonly string[]): void {
  if (password.length < LEAST_PASSWORD) throw invalid(field, `must have at least ${LEAST_PASSWORD} characters`);
  if (password.length > MOST_PASSWORD) throw invalid(field, `must have at most ${MOST_PASSWORD} characters`);
  if (passwordScore((text, words) => meter.check(text, words).score, password, about) < LEAST_PASSWORD_SCORE)
    throw invalid(field, 'must be harder to guess: a few words that do not belong together are good');
}
