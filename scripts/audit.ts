/**
 * Asks the registry for known weaknesses of everything in the lock file, tools included: what the browser gets is built from those. Grave ones
 * fail. Where nobody answers (no network, a mirror without advisories) nothing is known, which is said and is no failure.
 */
import { spawnSync } from 'node:child_process';
import { type AuditReport, type Exception, faultsOf, silenceOf } from './audit/advisories.ts';

/** By the id of the advisory, such as GHSA-xxxx-xxxx-xxxx. */
const EXCEPTIONS: Record<string, Exception> = {};

const { stdout } = spawnSync('npm', ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=8000', '--loglevel=silent'], {
  encoding: 'utf8',
  timeout: 15_000,
  maxBuffer: 2 ** 26,
});
const report = reportIn(stdout ?? '');
const silence = silenceOf(report);
if (silence !== null) console.log(`Note: known weaknesses of dependencies could not be asked for, so none were looked for: ${silence}`);
else {
  const faults = faultsOf(report, EXCEPTIONS, new Date().toISOString().slice(0, 10));
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

function reportIn(text: string): AuditReport {
  try {
    return JSON.parse(text) as AuditReport;
  } catch {
    return { message: 'npm gave no report in time' };
  }
}
