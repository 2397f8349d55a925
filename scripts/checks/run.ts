/** Runs one check: its commands in turn, what they print, how long it took, and how many tests they counted. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { readReport, type Report } from './report.ts';
import type { Check } from './table.ts';

export interface Result {
  check: Check;
  ok: boolean;
  seconds: number;
  /** What the commands printed; of one that was watched as it went, the end. */
  output: string;
  /** Of the tests it counted; null for a check that counts none. */
  tests: Report | null;
}

/** Of what is watched, characters: room for a few errors with their stacks. */
const MOST_KEPT = 8_000;

/** `directory` is a place for the report. A command that cannot be run counts as failed, with the reason in the output. */
export async function runCheck(check: Check, directory: string): Promise<Result> {
  const report = join(directory, `${check.name}.json`);
  const startedAt = performance.now();
  const outputs: string[] = [];
  let ok = true;
  for (const command of check.commands(report)) {
    const { code, output } = await run(command, { ...process.env, ...check.env?.(report) }, check.heavy === true);
    outputs.push(output);
    ok = code === 0;
    if (!ok) break;
  }
  const tests = await readReport(report);
  const seconds = (performance.now() - startedAt) / 1000;
  return { check, ok: ok && !tests?.failed, seconds, output: outputs.join(''), tests };
}

function run(
  [program = '', ...args]: string[],
  env: NodeJS.ProcessEnv,
  watched: boolean,
): Promise<{ code: number | null; output: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: number | null; output: string }>();
  // `node_modules/.bin` is on the PATH already: start.mjs put it there.
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (!watched) return;
      process.stdout.write(text);
      output = output.slice(-MOST_KEPT);
    });
  }
  child.once('error', (error) => resolve({ code: null, output: `${program} could not be run: ${error.message}\n` }));
  child.once('close', (code) => resolve({ code, output }));
  return promise;
}
