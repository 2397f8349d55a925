/** What a command of `watchdesk` is, what it is given, and how it reads its arguments. One file per command. */
import { parseArgs, type ParseArgsConfig, type ParseArgsOptionsConfig } from 'node:util';
import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import type { Stores } from './stores.ts';

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** How it is called, without `watchdesk`, and what its options mean. */
  readonly usage: string;
  /** The exit code; 0 when nothing is returned. Throws UsageError for arguments it does not understand. */
  run(args: readonly string[], context: Context): Promise<number | void>;
}

export interface Context {
  readonly config: Config & { readonly dataDir: string };
  readonly log: Logger;
  /** The result, and nothing else: standard output. Resolves when it was written, so that a long one waits for its reader. */
  print(text: string): Promise<void>;
  /** Progress and messages: standard error. */
  say(text: string): void;
  /** Aborted by Ctrl-C or SIGTERM; a command then ends as soon as it can stop without harm. */
  readonly signal: AbortSignal;
  /** PostgreSQL, ClickHouse and the door: those of a server that runs on this data, or started for this command. Closed for it at the end. */
  stores(): Promise<Stores>;
}

/** The command line says something we do not understand; its message is for a person. Ends with exit code 2. */
export class UsageError extends Error {}

/** A fault a person can mend; its message is all they need. Ends with exit code 1, without a stack. */
export class CommandError extends Error {}

/** parseArgs, with unknown or malformed options told as UsageError; at least `least` and at most `most` arguments besides options. */
export function readArguments<const O extends ParseArgsOptionsConfig>(args: readonly string[], options: O, { least = 0, most = 0 } = {}) {
  const config = { args: [...args], options, allowPositionals: true, strict: true } satisfies ParseArgsConfig;
  const { values, positionals } = parse(config);
  if (positionals.length > most) throw new UsageError(`"${positionals[most]}" is one argument too many`);
  if (positionals.length < least) throw new UsageError('An argument is missing');
  return { values, positionals };
}

function parse<const C extends ParseArgsConfig>(config: C) {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UsageError((error as Error).message.replace(/\. To specify a positional.*$/s, ''));
  }
}

/** The whole number an option gives, or `otherwise` when it is absent. */
export function wholeNumber(option: string, text: string | undefined, least: number, most: number, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most && text.trim() !== '') return value;
  throw new UsageError(`--${option} must be a whole number from ${least} to ${most}, not "${text}"`);
}
