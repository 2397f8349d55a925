/**
 * `endpoint.json` beside the data says which process runs the engines and where they answer, so that a command-line
 * tool can join them. It proves nothing (the lock does): it may be a leftover, and is believed only while its process lives.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './child.ts';

export interface Endpoint {
  readonly pid: number;
  readonly postgresUrl?: string | undefined;
  readonly clickhouseUrl?: string | undefined;
  readonly clickhouseReaderUrl?: string | undefined;
}

/** Written whole or not at all, and readable by its owner only: the URLs hold passwords. */
export function writeEndpoint(directory: string, endpoint: Endpoint): void {
  const file = endpointFile(directory);
  writeFileSync(`${file}.new`, JSON.stringify(endpoint), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** What the living process that runs engines here has written, if there is one. */
export function readEndpoint(directory: string): Endpoint | undefined {
  const file = endpointFile(directory);
  if (!existsSync(file)) return undefined;
  const endpoint = JSON.parse(readFileSync(file, 'utf8')) as Endpoint;
  return isAlive(endpoint.pid) ? endpoint : undefined;
}

const endpointFile = (directory: string) => join(directory, 'endpoint.json');
