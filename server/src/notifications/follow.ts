/**
 * What a link in a message shows, and does. Pressed again, or after somebody else, it changes nothing and says what has been done, by whom and when.
 */
import type { Notice, Preferences } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import type { Deed, LinkContent, Links } from './links.ts';
import type { People } from './people.ts';
import { answer, answerOf, type Standing } from './answers.ts';
import type { Post } from './post.ts';
import { noticeOf, settleSteps } from './records.ts';

/** What somebody wants who follows a link in a message. */
interface Act {
  readonly deed: 'acknowledge' | 'snooze';
  readonly alertId: string;
  readonly who: Who;
  /** Of a snooze; milliseconds. */
  readonly forMs: number | undefined;
}

/** Alerts, as far as links in messages act on them. */
export interface Actable {
  /** Within the transaction; false where that could not be done any more, and nothing has changed. */
  follow(client: pg.ClientBase, workspaceId: string, act: Act): Promise<boolean>;
  /** Null of one that is not there any more. */
  standing(workspaceId: string, alertId: string): Promise<Standing | null>;
}

interface FollowingParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly links: Links;
  readonly people: People;
  readonly alerts: Actable | undefined;
  readonly post: Pick<Post, 'post'>;
  readonly readPreferences: (workspaceId: string, person: string) => Promise<Preferences>;
  readonly savePreferences: (workspaceId: string, person: string, wanted: Preferences) => Promise<void>;
}

export function createFollowing({ postgres: { pool }, clock, links, people, alerts, post, ...parts }: FollowingParts) {
  const { readPreferences, savePreferences } = parts;
  /** What a link is for, with its notice; refuses one that is none of ours. */
  function readLink(token: string): LinkContent {
    const link = links.read(token, clock.now());
    if (!link) throw new Refusal('not_found', 'This link is not one of ours, or it has ended.');
    return link;
  }

  const standingOf = async (workspaceId: string, notice: string, { alertId }: Notice): Promise<Standing | null> =>
    alertId === undefined ? answerOf(pool, workspaceId, notice) : ((await alerts?.standing(workspaceId, alertId)) ?? null);

  async function unsubscribe(workspaceId: string, person: string): Promise<void> {
    const before = await readPreferences(workspaceId, person);
    const without = (ways: Preferences['ways']['info']) => ways.filter((one) => one !== 'mail');
    const { info, warning, critical } = before.ways;
    const ways = { info: without(info), warning: without(warning), critical: without(critical) };
    await savePreferences(workspaceId, person, { ...before, ways });
  }

  async function whoHolds(workspaceId: string, holder: string, from: string): Promise<Who> {
    const [kind, id = ''] = holder.split(' ');
    if (kind === 'person') {
      const found = (await people.of(pool, workspaceId)).find((one) => one.id === id);
      if (!found) throw new Refusal('forbidden', 'Whose link this is does not belong to the workspace any more.');
      return { kind: 'person', id, name: found.name, from };
    }
    const { rows } = await pool.query<{ name: string }>('select name from channel where workspace_id = $1 and id::text = $2', [
      workspaceId,
      id,
    ]);
    return { kind: 'system', id: `channel ${id}`, name: `somebody in ${rows[0]?.name ?? 'a channel'}`, from };
  }

  return {
    /** Does nothing, however often it is looked at. */
    async show(token: string) {
      const { workspaceId, notice, deed, until } = readLink(token);
      return withinWorkspace(workspaceId, async () => {
        const body = notice === null ? undefined : await noticeOf(pool, workspaceId, notice);
        return {
          deed,
          until: new Date(until).toISOString(),
          notice: body ? { title: body.title, severity: body.severity, event: body.event, what: body.what } : null,
          standing: body && notice !== null ? await standingOf(workspaceId, notice, body) : null,
        };
      });
    },

    /** Does what a link is for, and gives whether it has and how it stands then. Refuses one for another deed. */
    async follow(token: string, wanted: { deed: Deed; forMs?: number | undefined; from: string }) {
      const { workspaceId, notice, deed, holder } = readLink(token);
      if (deed !== wanted.deed) throw new Refusal('not_found', 'This link is for something else.');
      return withinWorkspace(workspaceId, async (): Promise<{ done: boolean; standing: Standing | null }> => {
        if (deed === 'unsubscribe') {
          await unsubscribe(workspaceId, holder.split(' ')[1] ?? '');
          return { done: true, standing: null };
        }
        const body = notice === null ? undefined : await noticeOf(pool, workspaceId, notice);
        if (!body || notice === null) throw new Refusal('not_found', 'What this link is about is not there any more.');
        const who = await whoHolds(workspaceId, holder, wanted.from);
        const { thread, alertId } = body;
        const done = await inTransaction(pool, async (client) => {
          if (body.acknowledgeable) return answer(client, post, { workspaceId, notice, who, now: clock.now() });
          const act = alertId === undefined ? undefined : { deed, alertId, who, forMs: wanted.forMs };
          if (act && alerts && !(await alerts.follow(client, workspaceId, act))) return false;
          await settleSteps(client, workspaceId, [{ thread, alerts: alertId === undefined ? null : [alertId] }]);
          const subject = { kind: 'notice', id: notice, name: body.title } as const;
          await appendAudit(client, { workspaceId, who, now: clock.now() }, { action: `notice.${deed}d`, subject });
          return true;
        });
        return { done, standing: await standingOf(workspaceId, notice, body) };
      });
    },
  };
}
