/** Connections as people make and change them. Each deed is in the audit log, by its transaction; no secret is in it. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { appendAudit, type AuditAction, type Who } from '../../audit/index.ts';
import { invalid, Refusal, refuseOvertaken } from '../../errors.ts';
import type { Outgoing } from '../../outgoing/index.ts';
import { inTransaction, type Postgres, ring } from '../../store/postgres/index.ts';
import type { Vault } from '../../vault/index.ts';
import { type Connector, type Maps, NO_WORDS } from '../connector.ts';
import { refuseWaiting } from './commands.ts';
import { credentialsOf, keepCredentials, keepWebhookSecrets, newWebhookSecret, webhookSecretsOf } from './credentials.ts';
import { listDeadLetters, retryDeadLetters } from './dead-letters.ts';
import { iso } from './health.ts';
import { addMapVersion, fieldTitles, mapVersions, unknownWords } from './maps.ts';
import type { Pace } from './pace.ts';
import { findLinked, type Linked, linkedOf } from './records.ts';
import type { ConnectionChange, ConnectionView, NewConnection } from './shapes.ts';
import { freeSource, otherSources, type OtherSource, takeSource } from './sources.ts';
import { readPart, refuseOtherAddress, tryOut } from './try-out.ts';
import { viewOf } from './view.ts';

export interface ConnectionParts {
  readonly postgres: Postgres;
  readonly vault: Vault;
  readonly outgoing: Pick<Outgoing, 'call' | 'fault'>;
  readonly pace: Pace;
  readonly connectors: ReadonlyMap<string, Connector>;
}

const POLL_SECONDS = 60;
/** Long enough to be told apart from a quiet night. */
const SILENCE_SECONDS = 86_400;
const OVERLAP_MS = 86_400_000;

export function createConnections(parts: ConnectionParts) {
  const { postgres, vault, pace, connectors } = parts;
  const { pool } = postgres;

  async function found(workspaceId: string, id: string): Promise<Linked> {
    const linked = await findLinked(pool, workspaceId, id);
    if (!linked) throw new Refusal('not_found', 'There is no connection with this id.');
    return linked;
  }

  function connectorOf(system: string): Connector {
    const connector = connectors.get(system);
    if (!connector) throw invalid('system', `must be one of ${[...connectors.keys()].join(', ')}`);
    return connector;
  }

  function refuseRemoving({ removingAt }: Linked): void {
    if (removingAt !== null) throw new Refusal('not_possible', 'This connection is being removed.');
  }

  const view = (linked: Linked) => viewOf(parts, linked);

  /** A deed that changes the row, with its entry in the audit log. */
  async function deed<T>(
    linked: Linked,
    who: Who,
    action: AuditAction,
    told: { before?: unknown; after?: unknown },
    work: (client: pg.PoolClient) => Promise<T>,
  ) {
    return inTransaction(pool, async (client) => {
      const result = await work(client);
      const subject = { kind: 'connection', id: linked.id, name: linked.label } as const;
      await appendAudit(client, { workspaceId: linked.workspaceId, who, now: pace.now() }, { action, subject, ...told });
      await ring(client, 'connections', linked.workspaceId);
      return result;
    });
  }

  const set = (client: pg.PoolClient, { workspaceId, id }: Linked, assignments: string, ...values: unknown[]) =>
    client.query(`update system_connection set ${assignments} where workspace_id = $1 and id = $2`, [workspaceId, id, ...values]);

  return {
    /** What can be connected. */
    systems: (): Connector[] => [...connectors.values()],

    /** The connections, and by which other names events come in. */
    async all(workspaceId: string): Promise<{ connections: ConnectionView[]; sources: OtherSource[] }> {
      const [linked, sources] = await Promise.all([linkedOf(pool, workspaceId), otherSources(pool, workspaceId)]);
      return { connections: await Promise.all(linked.map(view)), sources };
    },
    show: async (workspaceId: string, id: string): Promise<ConnectionView> => view(await found(workspaceId, id)),

    /** One call with these credentials, and nothing is kept. Refused with the field that is wrong and what the system said. */
    async tryOut({ system, ...given }: Pick<NewConnection, 'system' | 'credentials' | 'options'>): Promise<void> {
      const connector = connectorOf(system);
      await tryOut(
        parts,
        connector,
        readPart(connector.credentials, given.credentials, 'credentials'),
        readPart(connector.options, given.options, 'options'),
      );
    },

    /** Tries the credentials, keeps them in the vault, and begins the back-fill at once. */
    async create(workspaceId: string, wanted: NewConnection, who: Who): Promise<ConnectionView> {
      const connector = connectorOf(wanted.system);
      const credentials = readPart(connector.credentials, wanted.credentials, 'credentials');
      const options = readPart(connector.options, wanted.options, 'options');
      await tryOut(parts, connector, credentials, options);
      const [now, id] = [new Date(pace.now()), randomUUID()];
      const source = wanted.source ?? (await freeSource(pool, workspaceId, wanted.system));
      const label = wanted.name;
      await inTransaction(pool, async (client) => {
        await takeSource(client, workspaceId, source, label);
        await client.query(
          `insert into system_connection (workspace_id, id, source, system, options, created_at, created_by, poll_seconds, silence_seconds, writes_back, next_at, pull_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $6, $6)`,
          [
            workspaceId,
            id,
            source,
            wanted.system,
            JSON.stringify(options),
            now,
            who.name,
            wanted.pollSeconds ?? POLL_SECONDS,
            wanted.silenceSeconds === undefined ? SILENCE_SECONDS : wanted.silenceSeconds,
            wanted.writesBack ?? false,
          ],
        );
        await keepCredentials(vault, client, { workspaceId, id }, credentials);
        const first = { version: 1, maps: connector.firstMaps ?? NO_WORDS, savedAt: now, savedBy: who.name };
        await addMapVersion(client, { workspaceId, connection: id }, first);
        const subject = { kind: 'connection', id, name: label } as const;
        const after = { system: wanted.system, source, options, writesBack: wanted.writesBack ?? false };
        await appendAudit(client, { workspaceId, who, now: pace.now() }, { action: 'connection.created', subject, after });
        await ring(client, 'connections', workspaceId);
      });
      return view(await found(workspaceId, id));
    },

    async change(workspaceId: string, id: string, change: ConnectionChange, who: Who): Promise<ConnectionView> {
      const linked = await found(workspaceId, id);
      refuseRemoving(linked);
      const connector = connectors.get(linked.system);
      if (!connector) throw new Refusal('not_possible', `This version of Watchdesk cannot read ${linked.system}.`);
      const isReached = change.credentials !== undefined || change.options !== undefined;
      const options = change.options === undefined ? linked.options : readPart(connector.options, change.options, 'options');
      const credentials = change.credentials === undefined ? undefined : readPart(connector.credentials, change.credentials, 'credentials');
      // Where another address is to be asked, the secret of the first is not sent there unless it is entered again.
      if (credentials === undefined && isReached) await refuseOtherAddress(parts, linked, connector, options);
      if (isReached) await tryOut(parts, connector, credentials ?? (await credentialsOf(vault, linked)), options);
      const { name = linked.label, pollSeconds = linked.pollSeconds, silenceSeconds = linked.silenceSeconds } = change;
      const { writesBack = linked.writesBack } = change;
      const before = {
        name: linked.label,
        options: linked.options,
        pollSeconds: linked.pollSeconds,
        silenceSeconds: linked.silenceSeconds,
        writesBack: linked.writesBack,
      };
      const after = {
        name,
        options,
        pollSeconds,
        silenceSeconds,
        writesBack,
        credentials: credentials === undefined ? 'as before' : 'changed',
      };
      await deed(linked, who, 'connection.changed', { before, after }, async (client) => {
        await set(
          client,
          linked,
          'options = $3, poll_seconds = $4, silence_seconds = $5, writes_back = $6',
          JSON.stringify(options),
          pollSeconds,
          silenceSeconds,
          writesBack,
        );
        await client.query('update connection set label = $3 where workspace_id = $1 and source = $2', [workspaceId, linked.source, name]);
        if (!writesBack) await refuseWaiting(client, linked, 'The connection sends nothing any more', new Date(pace.now()));
        if (credentials !== undefined) await keepCredentials(vault, client, linked, credentials);
        if (isReached)
          await set(
            client,
            linked,
            'next_at = least(next_at, $3), failures = 0, failure = null, failure_kind = null',
            new Date(pace.now()),
          );
      });
      return view(await found(workspaceId, id));
    },

    /** Nothing is asked of the system until it is resumed. Webhooks are kept meanwhile. */
    async pause(workspaceId: string, id: string, who: Who): Promise<ConnectionView> {
      const linked = await found(workspaceId, id);
      refuseRemoving(linked);
      if (linked.pausedAt === null)
        await deed(linked, who, 'connection.paused', {}, (client) => set(client, linked, 'paused_at = $3', new Date(pace.now())));
      return view(await found(workspaceId, id));
    },

    async resume(workspaceId: string, id: string, who: Who): Promise<ConnectionView> {
      const linked = await found(workspaceId, id);
      refuseRemoving(linked);
      if (linked.pausedAt !== null)
        await deed(linked, who, 'connection.resumed', {}, (client) =>
          set(client, linked, 'paused_at = null, next_at = $3', new Date(pace.now())),
        );
      return view(await found(workspaceId, id));
    },

    /** From now on it is not read; what it kept goes, and its tickets and people where `withTickets` says so (ADR 36). */
    async remove(workspaceId: string, id: string, withTickets: boolean, who: Who): Promise<void> {
      const linked = await found(workspaceId, id);
      refuseRemoving(linked);
      await deed(
        linked,
        who,
        'connection.removed',
        { before: { source: linked.source, system: linked.system }, after: { withTickets } },
        (client) => set(client, linked, 'removing_at = $3, with_tickets = $4, next_at = $3', new Date(pace.now()), withTickets),
      );
    },

    /** The latest maps, every version, the words that none of them knows, and what custom fields are called over there. */
    async maps(workspaceId: string, id: string) {
      const linked = await found(workspaceId, id);
      const key = { workspaceId, connection: id };
      const versions = await mapVersions(pool, key);
      const [unknown, titles] = await Promise.all([unknownWords(pool, key, versions[0]!.maps), fieldTitles(pool, key)]);
      return { system: linked.system, latest: versions[0]!, versions, unknown, titles };
    },

    /** Holds for what comes from now on. `base` is the version that the draft began from. */
    async saveMaps(workspaceId: string, id: string, maps: Maps, base: number | undefined, who: Who): Promise<void> {
      const linked = await found(workspaceId, id);
      refuseRemoving(linked);
      await inTransaction(pool, async (client) => {
        await client.query('select from system_connection where workspace_id = $1 and id = $2 for update', [workspaceId, id]);
        const key = { workspaceId, connection: id };
        const [latest] = await mapVersions(client, key);
        refuseOvertaken(latest!.version, base);
        const version = latest!.version + 1;
        await addMapVersion(client, key, { version, maps, savedAt: new Date(pace.now()), savedBy: who.name });
        const subject = { kind: 'connection', id, name: linked.label } as const;
        const told = { before: { version: latest!.version, maps: latest!.maps }, after: { version, maps } };
        await appendAudit(client, { workspaceId, who, now: pace.now() }, { action: 'connection.mapped', subject, ...told });
        await ring(client, 'connections', workspaceId);
      });
    },

    /** History that is still kept raw is mapped again by the present maps; answers from when on that is. */
    async mapAgain(workspaceId: string, id: string, who: Who): Promise<{ payloads: number; since: string | null }> {
      const linked = await found(workspaceId, id);
      refuseRemoving(linked);
      const { rows } = await pool.query<{ payloads: number; last: number | null; since: Date | null }>(
        `select count(*) as payloads, max(id) as last, min(received_at) as since from raw_payload where workspace_id = $1 and connection = $2 and not waiting`,
        [workspaceId, id],
      );
      const { payloads, last, since } = rows[0]!;
      await deed(linked, who, 'connection.mapped_again', { after: { payloads, since: iso(since) } }, async (client) => {
        // Below nought is the beginning, each time another number: whoever maps sees by it that it was asked once more.
        const fromFirst = 'remap_from = least(coalesce(remap_from, 0), 0) - 1';
        if (last !== null) await set(client, linked, `${fromFirst}, remap_to = $3, next_at = $4`, last, new Date(pace.now()));
      });
      return { payloads, since: iso(since) };
    },

    /** Another secret for its webhooks, made here where none is given; answered once. The one before works for a day more. */
    async changeWebhookSecret(workspaceId: string, id: string, given: string | undefined, who: Who): Promise<string> {
      const linked = await found(workspaceId, id);
      refuseRemoving(linked);
      if (!connectors.get(linked.system)?.webhook) throw new Refusal('not_possible', 'This system sends no webhooks.');
      const secret = given ?? newWebhookSecret();
      const [present] = (await webhookSecretsOf(vault, linked, pace.now())).filter(({ until }) => until === null);
      const before = present && present.secret !== secret ? [{ secret: present.secret, until: pace.now() + OVERLAP_MS }] : [];
      await deed(linked, who, 'connection.secret_changed', {}, (client) =>
        keepWebhookSecrets(vault, client, linked, [{ secret, until: null }, ...before]),
      );
      return secret;
    },

    deadLetters: async (workspaceId: string, id: string, { cursor, limit }: { cursor?: string | undefined; limit: number }) => {
      if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw invalid('cursor', 'must be the `next` of the answer before');
      return listDeadLetters(pool, await found(workspaceId, id), cursor, limit);
    },

    async retry(workspaceId: string, id: string, letters: readonly string[] | undefined, who: Who): Promise<number> {
      const linked = await found(workspaceId, id);
      refuseRemoving(linked);
      return deed(linked, who, 'connection.retried', { after: { letters: letters?.length ?? 'all' } }, async (client) => {
        const tried = await retryDeadLetters(client, linked, letters);
        await set(client, linked, 'next_at = least(next_at, $3)', new Date(pace.now()));
        return tried;
      });
    },
  };
}
