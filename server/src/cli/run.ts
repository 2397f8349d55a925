/**
 * Finds the command, gives it its context, and turns how it went into an exit code: 0 done, 1 failed, 2 not understood,
 * 130 interrupted. Only what a command prints goes to standard output.
 */
import { ConfigError } from '../config.ts';
import { Refusal } from '../errors.ts';
import { type Command, CommandError, UsageError } from './command.ts';
import { allCommands, commandOf } from './commands.ts';
import { createContext, type Surroundings } from './context.ts';

const INTERRUPTED = 130;

/** The exit code of `watchdesk` with these arguments. */
export async function run([name, ...args]: readonly string[], surroundings: Surroundings): Promise<number> {
  const { output } = surroundings;
  const complain = (text: string) => {
    output.say(text);
    return 2;
  };
  if (name === undefined) return complain(await listOfCommands());
  const asksForHelp = name === 'help' || name === '--help' || name === '-h';
  const wanted = asksForHelp ? args[0] : name;
  const command = wanted === undefined ? undefined : await commandOf(wanted);
  if (wanted !== undefined && !command) return complain(`There is no command "${wanted}".\n\n${await listOfCommands()}`);
  if (!command || asksForHelp || args.includes('--help') || args.includes('-h')) {
    await output.print(command ? `${command.summary}\n\nUsage: watchdesk ${command.usage}` : await listOfCommands());
    return 0;
  }
  return carryOut(command, args, surroundings);
}

async function carryOut(command: Command, args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { output, signal } = surroundings;
  const context = createContext(surroundings);
  try {
    const code = (await command.run(args, await context)) ?? 0;
    return signal.aborted && code === 0 && command.name !== 'serve' ? INTERRUPTED : code;
  } catch (error) {
    const { text, code } = explain(error, command, signal);
    output.say(text);
    return code;
  } finally {
    await (await context.catch(() => undefined))?.close();
  }
}

/** A person needs a message for what they can mend, and a stack only for what is a bug. */
function explain(error: unknown, { name, usage }: Command, signal: AbortSignal): { text: string; code: number } {
  if (!(error instanceof Error)) return { text: String(error), code: 1 };
  if (error instanceof UsageError) return { text: `${error.message}.\nUsage: watchdesk ${usage}`, code: 2 };
  if (error instanceof ConfigError) return { text: error.message, code: 2 };
  if (signal.aborted && error.name === 'AbortError') return { text: 'Interrupted', code: INTERRUPTED };
  const isExpected = error instanceof CommandError || error instanceof Refusal || error.name === 'DataInUseError';
  return { text: isExpected ? error.message : `watchdesk ${name} failed: ${error.stack ?? error.message}`, code: 1 };
}

async function listOfCommands(): Promise<string> {
  const lines = (await allCommands()).map(({ name, summary }) => `  ${name.padEnd(16)} ${summary}`);
  return `Usage: watchdesk COMMAND [options]\n\n${lines.join('\n')}\n  ${'help'.padEnd(16)} What a command does, and its options: watchdesk help COMMAND`;
}
