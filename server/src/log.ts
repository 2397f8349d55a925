/**
 * The log of the server: pino, to standard error, because a command's result stands alone on standard output.
 * JSON lines for machines; on a terminal one readable line each.
 */
import pino, { type Logger } from 'pino';

export type { Logger };

interface LogOptions {
  readonly level: string;
  /** One readable line each instead of JSON; by default when standard error is a terminal. */
  readonly readable?: boolean;
  /** Where lines go instead of standard error. */
  readonly write?: (line: string) => void;
}

export function createLog({ level, readable = process.stderr.isTTY, write }: LogOptions): Logger {
  const options = {
    level,
    base: null,
    // A secret must not reach the log by way of a request or an error that carries one, nor what customers wrote by way of
    // PostgreSQL's errors, which repeat the row that failed.
    redact: ['req.headers.authorization', 'req.headers.cookie', 'password', 'url', 'err.detail', 'err.where', 'err.internalQuery'],
  };
  if (write) return pino(options, { write });
  return readable ? pino(options, { write: (line) => void process.stderr.write(readableLine(line)) }) : pino(options, pino.destination(2));
}

/** `10:42:07 warn  message  key=value …`, and the stack of an error below it. */
export function readableLine(json: string): string {
  const {
    time,
    level,
    msg = '',
    err,
    ...rest
  } = JSON.parse(json) as {
    time: number;
    level: number;
    msg?: string;
    err?: { message: string; stack?: string };
  };
  const name = pino.levels.labels[level] ?? String(level);
  const extras = Object.entries(rest).map(
    ([key, value]) => `  ${key}=${typeof value === 'string' ? printable(value) : JSON.stringify(value)}`,
  );
  const stack = err && `\n${err.stack ?? err.message}`;
  return `${new Date(time).toISOString().slice(11, 19)} ${name.padEnd(5)} ${printable(msg)}${extras.join('')}${stack ?? ''}\n`;
}

/** What somebody sent must not begin a line of its own, or move the cursor of who reads it. */
const printable = (text: string): string => (/\p{C}/u.test(text) ? JSON.stringify(text).replace(/\p{C}/gu, '�') : text);
