/** What is wrong with a question that cannot be run: which field, and what it should be. */
import { simulationSpec, type SimulationSpec } from '@watchdesk/domain/outage-simulation';
import { formatCount, formatDuration } from '../../ui/index.ts';
import { words } from './messages.ts';

/** Null where nothing is; of several the first. */
export function wrongIn(spec: SimulationSpec): string | null {
  const read = simulationSpec.safeParse(spec);
  const [issue] = read.error?.issues ?? [];
  if (!issue) return null;
  const label = labelOf(issue.path, spec);
  if (label === null) return words.wrong;
  const isTime = issue.path.includes('durationMinutes');
  const said = (bound: number | bigint) => (isTime ? formatDuration(Number(bound) * 60) : formatCount(Number(bound)));
  if (issue.code === 'too_small' && issue.origin !== 'string') return words.atLeast(label, said(issue.minimum));
  if (issue.code === 'too_big' && issue.origin !== 'string') return words.atMost(label, said(issue.maximum));
  return issue.path.at(-1) === 'name' ? words.noText(label) : words.noNumber(label);
}

function labelOf(path: readonly PropertyKey[], { scenario, responses }: SimulationSpec): string | null {
  const [part, place, field = ''] = path;
  if (part === 'scenario') {
    if (place === 'size') return words.percent[scenario.size.by];
    return place === 'durationMinutes' ? words.duration : null;
  }
  if (part === 'responses' && typeof place === 'number') {
    const name = responses[place]?.name.trim() || words.response.another(place + 1);
    const label = words.response.labels[field as string];
    return label === undefined ? null : words.of(name, label);
  }
  return part === 'runs' ? words.runs : part === 'seed' ? words.seed : part === 'days' ? words.days : null;
}
