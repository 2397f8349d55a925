/** Files of questions to calendars and of scenarios for policies, answered: so that a change can be tested before it is saved. */
import { readFile } from 'node:fs/promises';
import { calendarFile, runCalendarCases } from '@watchdesk/domain/calendar';
import { runScenarios, scenarioFile } from '@watchdesk/domain/sla';
import type { z } from 'zod';
import { type Command, CommandError, type Context, readArguments, UsageError } from './command.ts';

const command = (name: string, summary: string, usage: string, answer: (file: unknown) => unknown[]): Command => ({
  name,
  summary,
  usage: `${name} evaluate FILE\n\n${usage}`,
  async run(args, context) {
    const { positionals } = readArguments(args, {}, { least: 2, most: 2 });
    const [action, path] = positionals as [string, string];
    if (action !== 'evaluate') throw new UsageError(`"${action}" is not known; evaluate is`);
    await evaluate(context, path, answer);
  },
});

export const calendar = command(
  'calendar',
  'Ask calendars of a file how much business time passes',
  `FILE is JSON: { "cases": [ { "id", "zone", "hours", "overrides", "breaks", "holidays", "a", "b", "n" } ] }.
Printed are { "results": [ { "id", "within", "due", "overrun", "before", "in_hours_a", "in_hours_b" } ] }: the business
seconds from a to b, the earliest and the latest instant by which n have passed since a, and the one from which n pass until a.`,
  (file) => runCalendarCases(checked(calendarFile, file)),
);

export const sla = command(
  'sla',
  'Run the clocks of policies over the scenarios of a file',
  `FILE is JSON: { "calendars": { … }, "vectors": [ { "id", "clock", "policies", "events", "as_of" } ] }, as in domain/vectors/sla-vectors.json.
Printed are { "results": [ { "id", "cycles": [ … ] } ] }.`,
  (file) => runScenarios(checked(scenarioFile, file)),
);

async function evaluate({ print }: Context, path: string, answer: (file: unknown) => unknown[]): Promise<void> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`The file ${path} cannot be read: ${error.code ?? error.message}`);
  });
  let results: unknown[];
  try {
    results = answer(JSON.parse(text));
  } catch (error) {
    throw new CommandError(`${path}: ${(error as Error).message}`, { cause: error });
  }
  await print(JSON.stringify({ results }, undefined, 2));
}

/** Names each field that is wrong, as a path from the top of the file. */
function checked<T extends z.ZodType>(schema: T, file: unknown): z.output<T> {
  const read = schema.safeParse(file);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
  throw new Error(faults.slice(0, 20).join('\n'));
}
