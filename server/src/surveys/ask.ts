/**
 * Asks a customer, or says why not: decided once more within the transaction that writes the letter and the survey's row, with whoever else would ask the same
 * customer waiting. A letter is written if, and only if, the row says so.
 */
import type { Survey } from '@watchdesk/domain/event';
import { setLetter } from '@watchdesk/domain/notification';
import {
  type Asking,
  askedAfter,
  expiresAt,
  type Held,
  heldBack,
  languageFor,
  type Resolved,
  scaleOf,
  surveyLetter,
  type SurveySettings,
} from '@watchdesk/domain/survey';
import { aboutSurvey, type TicketState } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import type { Mail } from '../mail/index.ts';
import type { Vault } from '../vault/index.ts';
import { contactOf, type Known, subjectOf } from './contact.ts';
import type { Links } from './links.ts';
import { type Queryable, readSettings } from './settings.ts';

export interface AskParts {
  readonly vault: Vault;
  readonly mail: Pick<Mail, 'enqueueSet' | 'fault' | 'faultOfAddress' | 'look'>;
  readonly links: Links;
}

const TEMPLATE = 'survey';

export interface Asks {
  /** As the event will say it. */
  readonly id: string;
  readonly ticket: TicketState;
  /** Which, where somebody says it; after a resolve it is decided. */
  readonly what: { readonly survey: Survey; readonly automation: string } | { readonly resolved: Resolved };
}

/** What the decision is made of, for one customer. */
export async function surveysFor(
  { vault, mail }: Pick<AskParts, 'vault' | 'mail'>,
  queryable: Queryable,
  workspaceId: string,
  customer: string | null,
  now: number,
): Promise<Pick<Asking, 'settings' | 'fault'> & { readonly contact: Known }> {
  const { settings } = await readSettings(queryable, workspaceId);
  const contact = await contactOf(vault, queryable, workspaceId, customer, now);
  const hasAddress = contact.address !== null && mail.faultOfAddress(contact.address) === null;
  return { settings, contact: { ...contact, hasAddress }, fault: await mail.fault(queryable as pg.ClientBase, workspaceId) };
}

/** Why nobody is asked; null where somebody is. The same id again is the same survey. */
export async function ask(parts: AskParts, tx: pg.ClientBase, workspaceId: string, asks: Asks, now: number): Promise<Held | null> {
  const { id, ticket, what } = asks;
  const { rows: known } = await tx.query<{ state: string }>(
    `select state from survey_request where workspace_id = $1 and id = $2 and state <> 'scheduled'`,
    [workspaceId, id],
  );
  if (known.length > 0) return null;
  const customer = ticket.now.requester;
  await tx.query(`select pg_advisory_xact_lock(hashtext('survey of a customer'), hashtext($1 || ' ' || $2))`, [
    workspaceId,
    customer ?? '',
  ]);
  const { contact, ...more } = await surveysFor(parts, tx, workspaceId, customer, now);
  const asking = { ...more, contact, ticket, now };
  const decided = 'resolved' in what ? askedAfter(asking, what.resolved) : (heldBack(asking, what.survey) ?? { survey: what.survey });
  const row = { ...asks, ...decided, contact, now };
  if ('reason' in decided) await write(tx, workspaceId, row, null);
  else
    await write(
      tx,
      workspaceId,
      row,
      await writeLetter(parts, tx, workspaceId, { ...row, settings: more.settings, survey: decided.survey }),
    );
  return 'reason' in decided ? decided : null;
}

interface Letter {
  readonly message: string;
  readonly language: string;
  readonly scale: number;
  readonly until: number;
}

async function writeLetter(
  { mail, links }: AskParts,
  tx: pg.ClientBase,
  workspaceId: string,
  { id, ticket, survey, settings, contact, now }: Asks & { survey: Survey; settings: SurveySettings; contact: Known; now: number },
): Promise<Letter> {
  const language = languageFor(settings, [ticket.now.language, contact.language]);
  const scale = scaleOf(survey, settings.kinds.ces.scale);
  const until = expiresAt(settings, now);
  const { page, stop } = links.make({ w: workspaceId, i: id, x: until });
  const letter = setLetter(
    surveyLetter({
      settings,
      survey,
      scale,
      language,
      from: await workspaceName(tx, workspaceId),
      subject: await subjectOf(tx, workspaceId, ticket.id),
      link: page,
      until,
      stop,
    }),
  );
  const headed = { ...letter, unsubscribe: { page: stop, oneClick: stop } };
  // It has days to be answered: whatever must be known goes before it.
  const message = await mail.enqueueSet(tx, {
    workspaceId,
    to: contact.address!,
    template: TEMPLATE,
    letter: headed,
    urgency: 'patient',
    until,
  });
  return { message, language, scale, until };
}

export async function workspaceName(queryable: Queryable, workspaceId: string): Promise<string> {
  const { rows } = await queryable.query<{ name: string }>('select name from workspace where workspace_id = $1', [workspaceId]);
  return rows[0]?.name ?? '';
}

type Row = Asks & { readonly contact: Known; readonly now: number } & ({ readonly survey: Survey } | Held);

/** Held or asked, whether it was scheduled before or not. */
async function write(tx: pg.ClientBase, workspaceId: string, row: Row, letter: Letter | null): Promise<void> {
  const { id, ticket, what, contact, now } = row;
  const { agent, team, cycle } = aboutSurvey(ticket);
  const survey = 'survey' in row ? row.survey : 'survey' in what ? what.survey : null;
  const held = 'reason' in row ? row : null;
  await tx.query(
    `insert into survey_request (workspace_id, id, ticket, cycle, automation, customer, contact, survey, scale, language, state, reason, detail, due_at,
       decided_at, agent, team, message, delivery, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15, $16, $17, $18, $19)
     on conflict (workspace_id, id) do update set customer = excluded.customer, contact = excluded.contact, survey = excluded.survey, scale = excluded.scale,
       language = excluded.language, state = excluded.state, reason = excluded.reason, detail = excluded.detail, decided_at = excluded.decided_at,
       agent = excluded.agent, team = excluded.team, message = excluded.message, delivery = excluded.delivery, expires_at = excluded.expires_at`,
    [
      workspaceId,
      id,
      ticket.id,
      'resolved' in what ? what.resolved.cycle : cycle,
      'automation' in what ? what.automation : null,
      ticket.now.requester,
      letter ? contact.contact : null,
      survey,
      letter?.scale ?? null,
      letter?.language ?? null,
      letter ? 'asked' : 'held',
      held?.reason ?? null,
      held?.words ?? null,
      new Date(now),
      letter ? agent : null,
      letter ? team : null,
      letter?.message ?? null,
      letter ? 'waiting' : null,
      letter ? new Date(letter.until) : null,
    ],
  );
}
