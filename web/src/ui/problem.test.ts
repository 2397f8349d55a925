import { expect, test } from 'vitest';
import { nextStep, ProblemError, problemOf, readProblem } from './problem.ts';

test('a problem document is read field by field', () => {
  const problem = readProblem(
    {
      status: 409,
      code: 'already_claimed',
      title: 'Somebody has it',
      detail: 'Ada claimed it.',
      fields: [{ field: 'assignee', message: 'is taken' }],
    },
    500,
  );
  expect(problem).toEqual({
    status: 409,
    code: 'already_claimed',
    title: 'Somebody has it',
    detail: 'Ada claimed it.',
    fields: [{ field: 'assignee', message: 'is taken' }],
  });
  expect(problemOf(new ProblemError(problem))).toBe(problem);
});

test.each([null, 'Bad gateway', [], { fields: 'none' }])('a body that is none (%j) still gives a problem', (body) => {
  expect(readProblem(body, 502)).toMatchObject({ status: 502, code: 'http_502', fields: [] });
});

test('no answer, a fault of the page, and a server in trouble each have their next step', () => {
  expect(problemOf(new TypeError('Failed to fetch')).code).toBe('unreachable');
  expect(problemOf(new Error('x is undefined'))).toMatchObject({ code: 'page_fault', detail: 'x is undefined' });
  const steps = [problemOf(new TypeError('Failed to fetch')), readProblem({}, 503), readProblem({}, 500), readProblem({}, 422)].map(
    nextStep,
  );
  expect(new Set(steps).size).toBe(4);
});
