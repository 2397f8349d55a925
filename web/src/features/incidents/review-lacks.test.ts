import { expect, test } from 'vitest';
import { lackingIn } from './review-lacks.ts';

const review = { needed: true, lacks: ['summary', 'actions'] as ('summary' | 'actions')[] };
const empty = { summary: ' ', rootCause: '', toImprove: [] };

test('a review lacks what is not typed, whatever was saved, and the action item that is not there', () => {
  expect(lackingIn({ review }, empty)).toEqual(['summary', 'rootCause', 'toImprove', 'actions']);
  expect(lackingIn({ review }, { summary: 'Down', rootCause: 'A certificate', toImprove: ['Watch it'] })).toEqual(['actions']);
});

test('one that is not needed lacks nothing', () => {
  expect(lackingIn({ review: { ...review, needed: false } }, empty)).toEqual([]);
});
