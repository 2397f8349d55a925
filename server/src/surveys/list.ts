/** What became of surveys: counted over the last thirty days, and the latest one by one. Who was asked and what they said is in the ticket. */
import type { Survey } from '@watchdesk/domain/event';
import type { HeldReason } from '@watchdesk/domain/survey';
import { namesOf } from '../directory/index.ts';
import type { Postgres } from '../store/postgres/index.ts';

/** `sending`: its letter waits for the mail server. */
export const OUTCOMES = ['scheduled', 'held', 'sending', 'sent', 'answered', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const DAYS = 30;
const DAY_MS = 86_400_000;
const OUTCOME = `case when state <> 'asked' then state when answered_at is not null then 'answered' when delivery = 'waiting' then 'sending' else delivery end`;

export interface ListQuestion {
  readonly outcomes?: readonly Outcome[] | undefined;
  readonly limit: number;
}

interface Row {
  readonly id: string;
  readonly ticket: string;
  readonly survey: Survey | null;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly automation: string | null;
  readonly agent: string | null;
  readonly dueAt: Date;
  readonly decidedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly expiresAt: Date | null;
}

export async function listSurveys({ pool }: Postgres, workspaceId: string, { outcomes, limit }: ListQuestion, now: number) {
  const [{ rows: counted }, { rows }] = await Promise.all([
    pool.query<{ outcome: Outcome; reason: HeldReason | null; count: number }>(
      `select outcome, reason, count(*)::int as count from (select ${OUTCOME} as outcome, reason from survey_request where workspace_id = $1 and due_at > $2) one
       group by outcome, reason order by count desc, reason`,
      [workspaceId, new Date(now - DAYS * DAY_MS)],
    ),
    pool.query<Row>(
      `select * from (
         select r.id, r.ticket, r.survey, ${OUTCOME} as outcome, r.reason, r.detail, v.spec->>'name' as automation, r.agent, r.due_at as "dueAt",
           r.decided_at as "decidedAt", r.answered_at as "answeredAt", r.expires_at as "expiresAt"
         from survey_request r
         left join lateral (select spec from automation_version v where v.workspace_id = r.workspace_id and v.id = r.automation order by version desc limit 1) v on true
         where r.workspace_id = $1) one
       where $2::text[] is null or outcome = any($2) order by "dueAt" desc, id limit $3`,
      [workspaceId, outcomes ?? null, limit],
    ),
  ]);
  const names = await namesOf(
    pool,
    workspaceId,
    rows.map(({ agent }) => ['agent', agent] as const),
  );
  const count = (outcome: Outcome): number => counted.reduce((sum, one) => sum + (one.outcome === outcome ? one.count : 0), 0);
  const answered = count('answered');
  return {
    days: DAYS,
    counts: {
      scheduled: count('scheduled'),
      held: count('held'),
      sending: count('sending'),
      sent: count('sent') + answered,
      answered,
      failed: count('failed'),
    },
    heldBecause: counted.flatMap(({ outcome, reason, count: some }) =>
      outcome === 'held' && reason !== null ? [{ reason, count: some }] : [],
    ),
    surveys: rows.map(({ dueAt, decidedAt, answeredAt, expiresAt, agent, ...row }) => ({
      ...row,
      agent: names.of('agent', agent),
      dueAt: dueAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
      answeredAt: answeredAt?.toISOString() ?? null,
      expiresAt: expiresAt?.toISOString() ?? null,
    })),
  };
}
