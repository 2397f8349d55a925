/** The account of an import in words, for a person. */
import type { Account, Rejection } from './account.ts';
import type { ImportResult } from './import-csv.ts';

export function describeAccount({ account, outcome, rejectsPath, resumedAfter }: ImportResult): string {
  const { rows, subjects, events, accepted, duplicate, parked, rejected, rowsRejected } = account;
  const whole = (count: number) => count.toLocaleString('en');
  const lines = [
    ...(resumedAfter > 0 ? [`Went on after ${whole(resumedAfter)} that an earlier run had brought in.`] : []),
    `${whole(rows)} rows${subjects === null ? '' : `, ${whole(subjects)} tickets`}, ${whole(events)} events`,
    `  accepted   ${whole(accepted)}`,
    `  duplicate  ${whole(duplicate)}`,
    `  parked     ${whole(parked)}`,
    `  rejected   ${whole(rowsRejected)} rows before the door, ${whole(rejected)} events at it`,
    ...listed('Rejected', account.rejections, rowsRejected + rejected),
    ...listed('Parked', account.parkings, parked),
    ...warnings(account),
    ...(rejectsPath ? [`The rejected rows are in ${rejectsPath}`] : []),
    ...(outcome === 'interrupted' ? ['Interrupted: the same command goes on from here.'] : []),
  ];
  return lines.join('\n');
}

function listed(title: string, shown: readonly Rejection[], total: number): string[] {
  if (shown.length === 0) return [];
  const more = total > shown.length ? [`  … and ${(total - shown.length).toLocaleString('en')} more`] : [];
  return [`${title}:`, ...shown.map(({ line, reason }) => `  line ${line}: ${reason}`), ...more];
}

function warnings({ warnings: found }: Account): string[] {
  if (found.length === 0) return [];
  return [
    'Worth a look:',
    ...found
      .slice(0, 20)
      .map(({ kind, value, count }) => `  ${kind}${value === '' ? '' : `: "${value}"`} (${count.toLocaleString('en')} times)`),
  ];
}
