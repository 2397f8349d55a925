import * as vocabulary from '@watchdesk/domain/event';
import { expect, test } from 'vitest';
import * as terms from './terms.ts';

test('the terms of the forms are those of the vocabulary, in its order', () => {
  const { STATUSES, PRIORITIES, SUPPORT_TIERS, ESCALATION_KINDS, CONTEXTS } = vocabulary;
  expect({ ...terms }).toEqual({ STATUSES, PRIORITIES, SUPPORT_TIERS, ESCALATION_KINDS, CONTEXTS });
});
