import { describe, expect, it } from 'vitest';
import { describeAccount } from './describe-account.ts';
import { createProgress } from './progress.ts';

function watched(isTTY: boolean) {
  const written: string[] = [];
  let now = 0;
  const progress = createProgress({ isTTY, write: (text: string) => written.push(text) > 0 }, () => now);
  return { written, progress, pass: (ms: number) => (now += ms) };
}

describe('progress', () => {
  it('redraws one line on a terminal', () => {
    const { written, progress, pass } = watched(true);
    pass(1000);
    progress.read({ bytes: 50, ofBytes: 100 });
    progress.read({ bytes: 60, ofBytes: 100 });
    progress.sent(5000);
    progress.end();
    expect(written).toHaveLength(3);
    expect(written[0]).toMatch(/^\r.*█{15}░{15} 50 % read · 0 events in/);
    expect(written[1]).toMatch(/60 % read · 5,000 events in · 5,000 events\/s$/);
    expect(written[2]).toBe('\n');
  });

  it('writes a line every few seconds elsewhere', () => {
    const { written, progress, pass } = watched(false);
    for (let second = 0; second < 11; second += 1) {
      progress.sent(1);
      pass(1000);
    }
    expect(written).toHaveLength(3);
    expect(written.every((line) => line.endsWith('\n') && !line.includes('\r'))).toBe(true);
  });
});

it('an account in words says the lines, the reasons and where the rest is', () => {
  const rejections = Array.from({ length: 20 }, (_, index) => ({ line: index + 2, reason: 'ticket is missing' }));
  const account = {
    rows: 1234,
    rowsRejected: 1000,
    subjects: 200,
    events: 300,
    accepted: 299,
    duplicate: 0,
    parked: 1,
    rejected: 0,
    rejections,
    parkings: [{ line: 5, reason: 'waits for the ticket x:1' }],
    warnings: [{ kind: 'unknown status, taken as open', value: 'Odd', count: 7 }],
  };
  const text = describeAccount({ account, outcome: 'interrupted', rejectsPath: 'bad.csv', resumedAfter: 10 });
  for (const part of [
    '1,234 rows',
    '200 tickets',
    'accepted   299',
    'line 2: ticket is missing',
    '… and 980 more',
    'line 5: waits for the ticket x:1',
    'unknown status, taken as open: "Odd" (7 times)',
    'bad.csv',
    'Went on after 10',
    'the same command goes on',
  ])
    expect(text).toContain(part);
});
