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
}

export function createLog({ level, readable = process.stderr.isTTY }: LogOptions): Logger {
  const options = {
    level,
    base: null,
    // A secret must not reach the log by way of a request or an error that carries one.
    redact: ['req.headers.authorization', 'req.headers.cookie', 'password', 'url'],
  };
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
  const extras = Object.entries(rest).map(([key, value]) => `  ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const stack = err && `\n${err.stack ?? err.message}`;
  return `${new Date(time).toISOString().slice(11, 19)} ${name.padEnd(5)} ${msg}${extras.join('')}${stack ?? ''}\n`;
}
