/**
 * The environment, read once: every setting of the server, typed, with its default. Nothing else reads process.env.
 * What is wrong is said by the variable's name and what it should be, all faults at once.
 */
import { createSecretKey, type KeyObject } from 'node:crypto';
import { resolve } from 'node:path';
import { z } from 'zod';
import { isAddressRange } from './addresses.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where people reach the application: what links in letters begin with. */
  readonly address: string;
  /** Nobody but who sits at this machine reaches it. */
  readonly isLocal: boolean;
  /** Whether anybody who reaches the address may step into the demonstration as a persona, without a password. */
  readonly signIn: 'personas' | 'off';
  /** Names the server is reached by; requests for another are refused. Undefined where any name may be right. */
  readonly hostNames: readonly string[] | undefined;
  /** Names at which workspaces may have their status pages, and nothing else is reached. */
  readonly statusNames: readonly string[];
  /** Addresses of proxies whose word is taken for where a request comes from. */
  readonly trustedProxies: readonly string[];
  /** Where the embedded engines and everything else on disk is; absolute. Undefined when nobody said: see defaultDataDir. */
  readonly dataDir: string | undefined;
  /** PostgreSQL and ClickHouse elsewhere; undefined means an embedded one. */
  readonly databaseUrl: string | undefined;
  readonly clickhouseUrl: string | undefined;
  /** The name of the ClickHouse cluster the tables are made on; undefined on a single server. */
  readonly clickhouseCluster: string | undefined;
  readonly demonstration: {
    readonly on: boolean;
    readonly days: number;
    /** Simulated seconds per second. */
    readonly speed: number;
    readonly seed: number;
  };
  /** What secrets are sealed with, the present key first; none where nobody set one. As objects that do not print. */
  readonly secretKeys: readonly KeyObject[];
  /** By which server letters go, and whose they are; undefined where none go. The URL holds a password. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
  /** Addresses of private networks that may be called all the same when somebody types them. */
  readonly outgoingNetworks: readonly string[];
  readonly logLevel: (typeof LEVELS)[number];
  /** Where the built web application lies. */
  readonly webDir: string;
}

/** The environment says something we cannot use. Its message is for a person and names the variables. */
export class ConfigError extends Error {}

export const repository = resolve(import.meta.dirname, '../..');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const wholeNumber = (least: number, most: number, otherwise: number) => {
  const message = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message).default(otherwise);
};
const url = (protocols: RegExp, example: string) => z.url({ protocol: protocols, error: `must be a URL such as ${example}` }).optional();
const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const choice = <const T extends readonly string[]>(values: T) => z.enum(values, `must be one of ${values.join(', ')}`);

/** The key that a text is, as base64 or in hexadecimal; undefined when it is none. */
export function secretKeyOf(text: string): KeyObject | undefined {
  if (!/^([\da-f]{64}|[\w+/-]{43}=?)$/i.test(text)) return undefined;
  return createSecretKey(Buffer.from(text, text.length === 64 ? 'hex' : 'base64'));
}

/** What a person types between commas. */
const listOf = (text: string) => text.split(',').map((one) => one.trim());
const ranges = z
  .string()
  .transform(listOf)
  .refine((all) => all.every(isAddressRange), 'must be addresses or ranges such as 10.0.0.0/8, with commas between')
  .optional();

/** One address, which may have a name before it: `Watchdesk <desk@example.com>`. Nothing that a mail's head would read as more. */
const SENDER = /^(?:[^<>"\\,;:@\p{C}]{1,100}<[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,253}>|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,253})$/u;

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535, 8080),
  WATCHDESK_URL: url(/^https?$/, 'https://desk.example.com'),
  WATCHDESK_SIGN_IN: choice(['personas', 'off']).optional(),
  WATCHDESK_NAMES: z
    .string()
    .regex(/^[\w.-]{1,253}(\s*,\s*[\w.-]{1,253})*$/, 'must be host names without ports, with commas between')
    .optional(),
  WATCHDESK_STATUS_NAMES: z
    .string()
    .regex(/^[\w.-]{1,253}(\s*,\s*[\w.-]{1,253})*$/, 'must be host names without ports, with commas between')
    .optional(),
  WATCHDESK_TRUSTED_PROXIES: ranges,
  WATCHDESK_OUTGOING_NETWORKS: ranges,
  WATCHDESK_SECRET_KEY: z
    .string()
    .transform((text) => listOf(text).map(secretKeyOf))
    .refine(
      (keys): keys is KeyObject[] => keys.every((key) => key !== undefined),
      'must be 32 random bytes in base64, such as `openssl rand -base64 32` prints; older keys behind it, with commas between',
    )
    .optional(),
  SMTP_URL: url(/^smtps?$/, 'smtp://user:password@host:587 or smtps://user:password@host:465'),
  MAIL_FROM: z.string().regex(SENDER, 'must be an address, such as desk@example.com or Watchdesk <desk@example.com>').optional(),
  WATCHDESK_DATA: z.string().optional(),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgresql://user:password@host:5432/watchdesk'),
  CLICKHOUSE_URL: url(/^https?$/, 'http://user:password@host:8123/watchdesk'),
  WATCHDESK_CLICKHOUSE_CLUSTER: z
    .string()
    .regex(/^[\w.-]{1,100}$/, 'must be the name of a cluster: letters, digits, point, hyphen and underscore')
    .optional(),
  WATCHDESK_DEMO: choice(['on', 'off']).optional(),
  WATCHDESK_DEMO_DAYS: wholeNumber(1, 1500, 90),
  WATCHDESK_DEMO_SPEED: z.coerce
    .number()
    .min(0.01, 'must be a number from 0.01 to 3600')
    .max(3600, 'must be a number from 0.01 to 3600')
    .default(1),
  WATCHDESK_DEMO_SEED: wholeNumber(0, 2 ** 31 - 1, 7),
  WATCHDESK_WEB: z.string().default(resolve(repository, 'web/dist')),
  LOG_LEVEL: choice(LEVELS).default('info'),
});

/** They hold a password or are a secret: what is wrong with them is said without them. */
const NEVER_SHOWN = new Set(['DATABASE_URL', 'CLICKHOUSE_URL', 'SMTP_URL', 'WATCHDESK_SECRET_KEY']);

function faultOf({ path, message }: { path: readonly PropertyKey[]; message: string }, given: Readonly<Record<string, unknown>>): string {
  const name = String(path[0]);
  return `${path.join('.')} ${message}${NEVER_SHOWN.has(name) ? '' : `, not "${String(given[name])}"`}`;
}

/** The configuration an environment describes. Throws ConfigError; an empty variable counts as one that is not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const read = environment.safeParse(given);
  if (!read.success) throw new ConfigError(read.error.issues.map((issue) => faultOf(issue, given)).join('\n'));
  const { data } = read;
  if (data.SMTP_URL !== undefined && data.MAIL_FROM === undefined)
    throw new ConfigError('MAIL_FROM must be the address that letters come from, such as desk@example.com, since SMTP_URL is set');
  const local = isLoopback(data.HOST);
  const names = data.WATCHDESK_NAMES?.toLowerCase().split(/\s*,\s*/);
  return {
    host: data.HOST,
    port: data.PORT,
    address: data.WATCHDESK_URL ?? `http://localhost:${data.PORT}`,
    isLocal: local && names === undefined,
    // Only who sits at this machine is let in unasked; whoever opens the address to others, by HOST or by a proxy, says so.
    signIn: data.WATCHDESK_SIGN_IN ?? (local && names === undefined ? 'personas' : 'off'),
    statusNames: data.WATCHDESK_STATUS_NAMES?.toLowerCase().split(/\s*,\s*/) ?? [],
    hostNames: local || names ? [...LOCAL_NAMES, ...(local ? [data.HOST.toLowerCase()] : []), ...(names ?? [])] : undefined,
    trustedProxies: data.WATCHDESK_TRUSTED_PROXIES ?? [],
    dataDir: data.WATCHDESK_DATA === undefined ? undefined : resolve(data.WATCHDESK_DATA),
    databaseUrl: data.DATABASE_URL,
    clickhouseUrl: data.CLICKHOUSE_URL,
    clickhouseCluster: data.WATCHDESK_CLICKHOUSE_CLUSTER,
    demonstration: {
      // A database of somebody's own is not filled with invented tickets unless asked for.
      on: data.WATCHDESK_DEMO === undefined ? data.DATABASE_URL === undefined : data.WATCHDESK_DEMO === 'on',
      days: data.WATCHDESK_DEMO_DAYS,
      speed: data.WATCHDESK_DEMO_SPEED,
      seed: data.WATCHDESK_DEMO_SEED,
    },
    secretKeys: data.WATCHDESK_SECRET_KEY ?? [],
    mail: data.SMTP_URL === undefined ? undefined : { smtpUrl: data.SMTP_URL, from: data.MAIL_FROM! },
    outgoingNetworks: data.WATCHDESK_OUTGOING_NETWORKS ?? [],
    logLevel: data.LOG_LEVEL,
    webDir: resolve(data.WATCHDESK_WEB),
  };
}
