/** What is wrong with a mapping, by its field and in words that help whoever wrote it. */
import type { z } from 'zod';
import type { FieldFault } from '../../errors.ts';

type Issue = z.core.$ZodIssue;

/** zod says of a union only that nothing fits; the member that came furthest says what is wrong. */
export function faultsOf(issue: Issue): FieldFault[] {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const furthest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0]!;
    return furthest.flatMap((inner) => faultsOf({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  const path = [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].join('.');
  if (issue.code === 'unrecognized_keys') return [{ field: path, message: 'is not a field of a mapping' }];
  if (issue.code === 'invalid_union')
    return [{ field: path, message: 'must be tickets, snapshots, events, history, agents, teams, organisations or customers' }];
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return [{ field: path, message: 'is needed' }];
  return [{ field: path, message: issue.message.replace(/^Invalid (input|option): expected /, 'must be ') }];
}

/** A type that does not fit at all says less than a field deep inside a type that does. */
const depth = (issues: readonly Issue[]): number =>
  Math.max(...issues.map(({ path, code }) => path.length * 2 + (code === 'invalid_type' && path.length === 0 ? 0 : 1)));
