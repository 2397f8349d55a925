import { expect, test } from 'vitest';
import { ProblemError, readProblem } from '../ui/problem.ts';
import { faultsOf } from './faults.ts';

const refused = (body: object, status: number) => new ProblemError(readProblem({ title: 'Not so', status, ...body }, status));

test('a fault stands at its field, and nowhere else', () => {
  const faults = faultsOf(
    refused({ detail: 'email must be an e-mail address', fields: [{ field: 'email', message: 'must be an e-mail address' }] }, 400),
    ['email', 'password'],
  );
  expect([faults.of('email'), faults.of('password'), faults.rest]).toEqual(['must be an e-mail address', undefined, null]);
});

test.each([
  [
    'of a field that is not shown',
    { fields: [{ field: 'token', message: 'must be the last part of the link' }] },
    400,
    'must be the last part of the link',
  ],
  ['of no field', { detail: 'This invitation is for somebody else.' }, 403, 'This invitation is for somebody else.'],
  ['at the door', { detail: 'The address or the password is not right.' }, 401, 'The address or the password is not right.'],
  ['without a detail', {}, 503, 'Not so'],
])('a fault %s stands with the form', (_, body, status, words) => {
  expect(faultsOf(refused(body, status), ['email']).rest).toBe(words);
});

test('no answer at all is told too', () => {
  expect(faultsOf(new TypeError('Failed to fetch'), []).rest).toBe('The server cannot be reached');
  expect(faultsOf(null, []).rest).toBeNull();
});
