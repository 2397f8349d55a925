/** What a wall says of numbers that are there, missed, withheld, refused and not answered, and how old it all is. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Metric, QueryAnswer } from '../api/client.ts';
import { oldestIn } from '../live/use-age.ts';
import { ProblemError } from '../ui/problem.ts';
import { WallFigure, WallTable } from './index.ts';

const metric: Metric = {
  id: 'csat',
  label: 'CSAT',
  unit: 'share',
  description: '',
  formula: '',
  betterWhen: 'higher',
  target: 0.9,
  warning: 0.85,
  band: null,
  targetsBy: null,
  calendar: null,
  calendars: [],
  source: '',
  family: '',
  spread: null,
  period: [],
  dimensions: [],
};
const shown = (figure: Parameters<typeof WallFigure>[0]['figure'], error?: unknown): string =>
  renderToStaticMarkup(
    <MantineProvider>
      <WallFigure label="CSAT" metric={metric} figure={figure} error={error} />
    </MantineProvider>,
  ).replaceAll('\u00a0', ' ');
const problem = (title: string) => new ProblemError({ status: 403, code: 'forbidden', title, detail: null, fields: [] });

test.each([
  [{ value: 0.93, withheld: false }, 'calm', ['93.0 %', 'target ≥ 90 %']],
  [{ value: 0.87, withheld: false }, 'warning', ['87.0 %', 'target ≥ 90 %, missed']],
  [{ value: 0.8, withheld: false }, 'bad', ['80.0 %', 'missed']],
  [{ value: null, withheld: true }, 'calm', ['withheld']],
  [{ value: null, withheld: false }, 'calm', ['no data']],
])('%j is %s and says %j', (figure, tone, said) => {
  const html = shown(figure);
  expect(html).toContain(`data-tone="${tone}"`);
  for (const words of said) expect(html).toContain(words);
});

test('what is refused or does not come says which', () => {
  expect(shown(undefined, problem('You see sums alone.'))).toContain('You see sums alone.');
  expect(shown(undefined)).not.toContain('no data');
});

test('a table shows what can be read from afar, and says how much there is besides', () => {
  const figure = (value: number | null, withheld = false) => ({ value, n: 30, withheld, standing: null });
  const groups = Array.from({ length: 9 }, (_, index) => ({
    key: { channel: `c${index}` },
    labels: { channel: `C ${index}` },
    values: { csat: figure(index === 0 ? null : 0.5, index === 0) },
    series: [],
  }));
  const answer = { groups, rest: null, total: { values: {}, series: [] } } as unknown as QueryAnswer;
  const question = { metrics: ['csat'], dimensions: ['channel'], period: '7d' as const, timeZone: 'UTC' };
  const html = renderToStaticMarkup(<WallTable title="Channels" answer={answer} question={question} metrics={[metric]} />);
  expect(html.match(/<tr>/g)).toHaveLength(1 + 7);
  expect(html).toContain('withheld');
  expect(html).toContain('the first 7 of 9 rows');
  expect(html).toContain('data-tone="bad"');
});

test('the age is that of the oldest answer that is shown, and what has none is counted', () => {
  const client = new QueryClient();
  const watch = (key: string, data: object | undefined, isLive = true) => {
    const meta = { isLive };
    const observer = new QueryObserver(client, {
      queryKey: [key],
      meta,
      staleTime: Infinity,
      queryFn: () => data,
      ...(data && { initialData: data }),
    });
    return observer.subscribe(() => {});
  };
  const at = (minute: number) => `2026-11-28T12:0${minute}:00.000Z`;
  watch('new', { asOf: at(9) });
  const leave = watch('old', { asOf: at(3) });
  watch('not live', { asOf: at(1) }, false);
  watch('nothing said', {});
  expect(oldestIn(client)).toEqual({ asOf: Date.parse(at(3)), unanswered: 0 });
  leave();
  expect(oldestIn(client).asOf).toBe(Date.parse(at(9)));
});
