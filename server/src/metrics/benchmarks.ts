/** Figures beside what is usual among companies of a stage: of the question, or of the workspace. */
import { type Benchmark, benchmarkOf, hasBenchmark, type Metric, type Stage } from '@watchdesk/domain/metrics';
import { stageOf } from '../accounts/index.ts';
import type { Postgres } from '../store/postgres/index.ts';

/** The stage that counts; the workspace's is looked up for a metric that has a benchmark alone. */
export async function stageFor(postgres: Postgres, workspaceId: string, metrics: readonly Metric[], asked?: Stage): Promise<Stage | null> {
  if (asked !== undefined) return asked;
  return metrics.some(hasBenchmark) ? stageOf(postgres, workspaceId) : null;
}

interface Figure {
  readonly value: number | null;
  readonly benchmark?: Benchmark;
}

export function addBenchmarks(metrics: readonly Metric[], stage: Stage | null, rows: readonly Record<string, Figure>[]): void {
  for (const metric of metrics)
    for (const row of rows) {
      const figure = row[metric.id]!;
      const benchmark = benchmarkOf(metric, stage, figure.value);
      if (benchmark) row[metric.id] = { ...figure, benchmark };
    }
}
