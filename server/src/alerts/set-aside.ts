/**
 * A rule that cannot be heard holds up no other rule of its workspace: where hearing all of them together has failed, each is heard by itself, and one that
 * fails then is set aside with the reason until somebody saves it or switches it on again. Administrators are told.
 */
import type { Rule } from '@watchdesk/domain/alerting';
import { type Notice, shortened } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { ring, withinSavepoint } from '../store/postgres/index.ts';
import { type Heard, hearAll, type Kept } from './hear.ts';
import { RuleFault } from './rule-fault.ts';
import type { Telling } from './tell.ts';

type Hearing = Parameters<typeof hearAll>[3] & { readonly telling: Telling; readonly now: number };

/** As `hearAll`, rule by rule. Where all of them fail, it is not a rule's fault unless the rule itself threw, and it rejects; nothing is set aside then. */
export async function hearApart(client: pg.ClientBase, workspaceId: string, heard: readonly Heard[], hearing: Hearing): Promise<Kept> {
  const failed = new Map<Rule, unknown>();
  const silenced = new Map<Rule, number>();
  const byRule = Map.groupBy(heard, ({ rule }) => rule);
  let moments = 0;
  for (const [rule, own] of byRule)
    try {
      const kept = await withinSavepoint(client, () => hearAll(client, workspaceId, own, hearing));
      moments += kept.moments;
      for (const [one, count] of kept.silenced) silenced.set(one, count);
    } catch (error) {
      if (isPassing(error)) throw error;
      failed.set(rule, error);
    }
  for (const error of failed.values()) if (failed.size === byRule.size && !(error instanceof RuleFault)) throw error;
  await setAside(client, workspaceId, failed, hearing);
  return { moments, silenced };
}

/** What is not about what was said, and may be gone the next time: SQLSTATE classes 08, 40, 53, 55, 57 and 58. */
const isPassing = (error: unknown): boolean => /^(08|40|53|55|57|58)/.test((error as { code?: string }).code ?? '');

/** Takes rules out of the hearing, with why; what they are waiting for is let go of. */
export async function setAside(
  client: pg.ClientBase,
  workspaceId: string,
  failed: ReadonlyMap<Rule, unknown>,
  { telling, now }: { readonly telling: Telling; readonly now: number },
): Promise<void> {
  if (failed.size === 0) return;
  const ids = [...failed.keys()].map(({ id }) => id);
  const reasons = [...failed.values()].map(reasonOf);
  await client.query(
    `update alert_rule r set fault = n.fault, set_aside_at = $4 from unnest($2::text[], $3::text[]) as n(id, fault)
     where r.workspace_id = $1 and r.id = n.id`,
    [workspaceId, ids, reasons, new Date(now)],
  );
  await client.query('update alert set tick_at = null where workspace_id = $1 and rule = any($2) and not finished', [workspaceId, ids]);
  await client.query('delete from alert_timer where workspace_id = $1 and rule = any($2)', [workspaceId, ids]);
  await client.query('update workspace set alert_rules_revision = alert_rules_revision + 1 where workspace_id = $1', [workspaceId]);
  const news = [...failed.keys()].map((rule, index) => ({
    notice: setAsideNotice(rule, reasons[index]!, now),
    audience: { roles: ['admin'] },
  }));
  await telling.postAll(client, workspaceId, news);
  await ring(client, 'alerts', workspaceId);
}

const reasonOf = (error: unknown): string => {
  const cause = error instanceof RuleFault ? error.cause : error;
  return shortened(
    `What it heard could not be evaluated or told: ${cause instanceof Error ? cause.message : String(cause)}`,
    400,
  ).toWellFormed();
};

const setAsideNotice = ({ id, version, spec }: Rule, reason: string, now: number): Notice => ({
  key: `rule ${id} set aside ${now}`,
  thread: `rule ${id} set aside`,
  event: 'fired',
  severity: 'warning',
  title: shortened(`A rule was set aside: ${spec.name}`, 200).toWellFormed(),
  what: `The rule “${spec.name}” (version ${version}) makes no alerts any more, so that it does not hold up the others.`,
  why: { text: reason },
  advice: ['Look at what the rule says, and save it: it is tried again from then on', 'See the log of the server for what went wrong'],
  facts: [],
  links: [{ label: 'Open the rule', path: `/alerts/rules/${encodeURIComponent(id)}` }],
  at: now,
});

/** What fails for good is undone and said, and the transaction goes on without it; what may pass rejects, so that all of it is tried again. */
export async function orLeave(
  client: Pick<pg.ClientBase, 'query'>,
  work: () => Promise<void>,
  onTrouble: (error: unknown) => void,
): Promise<void> {
  try {
    await withinSavepoint(client, work);
  } catch (error) {
    if (isPassing(error)) throw error;
    onTrouble(error);
  }
}
