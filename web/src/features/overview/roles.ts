/**
 * What the overview shows whom. An agent sees their own numbers, a lead the queue and the team, a manager the channels, an executive
 * how all of it goes. Every number is a metric of the catalogue, and every chart a question to it.
 */
import type { ChartKind, Question } from '../../numbers/index.ts';
import { messages } from './messages.ts';
import type { Role } from '../../session/session.ts';

const words = messages.charts;

/** Figures under the question they answer; two groups make a row of seven. */
export interface Group {
  readonly question: string;
  readonly metrics: readonly string[];
}

export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly kind: ChartKind;
  readonly asks: Omit<Question, 'period' | 'timeZone' | 'grain'>;
  /** By the hour, day or week, as the period reads well. */
  readonly overTime?: true;
  readonly width: 'full' | 'wide' | 'half' | 'third';
  /** What to look for. */
  readonly note?: string;
}

export interface RoleView {
  readonly groups: readonly Group[];
  readonly charts: readonly Chart[];
  /** Whether the figures are of the viewer's own work, and stand beside those of the team. */
  readonly isOwn: boolean;
}

type Asks = Chart['asks'];
const chart = (id: keyof typeof words, kind: ChartKind, width: Chart['width'], asks: Asks, more: Partial<Chart> = {}): Chart => ({
  id,
  title: words[id],
  kind,
  width,
  asks,
  ...more,
});
const course = (id: keyof typeof words, width: Chart['width'], metrics: readonly string[], more: Partial<Chart> = {}): Chart =>
  chart(id, 'line', width, { metrics }, { overTime: true, ...more });
const parts = (id: keyof typeof words, metric: string, by: string, width: Chart['width'], more: Partial<Asks> = {}): Chart =>
  chart(id, 'bar', width, { metrics: [metric], dimensions: [by], limit: 10, ...more });
const inOrder = (by: string): Partial<Asks> => ({ order: { by, direction: 'asc' } });

const FLOW = course('flow', 'wide', ['created', 'resolved'], { note: messages.notes.flow });
const AGE = parts('age', 'backlog', 'age', 'third', inOrder('age'));
const RESPONSE = course('response', 'half', ['first_response']);
const CHANNEL = parts('channel', 'created', 'channel', 'third');
const PRIORITY = parts('priority', 'created', 'priority', 'third', inOrder('priority'));
const TEAM = parts('team', 'created', 'team', 'third');
const CATEGORY = parts('category', 'created', 'category', 'third');
const ESCALATION = parts('escalation', 'escalations', 'escalation_kind', 'half');

/** What nobody holds is nobody's load. */
const HELD = [{ dimension: 'agent', values: [''], not: true }];

const AGENT: RoleView = {
  isOwn: true,
  groups: [
    { question: messages.groups.work, metrics: ['resolved', 'handle_time', 'utilisation', 'backlog'] },
    { question: messages.groups.speed, metrics: ['first_response', 'reply_wait', 'resolution'] },
    { question: messages.groups.quality, metrics: ['csat', 'fcr', 'reopen', 'sla_compliance'] },
    { question: messages.groups.path, metrics: ['escalated_onward', 'replies_per_ticket', 'transfers_per_ticket'] },
  ],
  charts: [
    course('ownFlow', 'wide', ['resolved', 'replies_given']),
    parts('ownUrgency', 'backlog', 'priority', 'third', inOrder('priority')),
    parts('ownAge', 'backlog', 'age', 'third', inOrder('age')),
    parts('ownCategory', 'resolved', 'category', 'third'),
    course('ownResponse', 'third', ['first_response']),
  ],
};

const LEAD: RoleView = {
  isOwn: false,
  groups: [
    { question: messages.groups.queue, metrics: ['backlog', 'backlog_age', 'sla_at_risk', 'sla_overdue'] },
    { question: messages.groups.volume, metrics: ['created', 'resolved', 'escalations'] },
    { question: messages.groups.speed, metrics: ['first_response', 'first_response_p90', 'resolution'] },
    { question: messages.groups.quality, metrics: ['sla_compliance', 'csat', 'fcr', 'reopen'] },
  ],
  charts: [
    FLOW,
    AGE,
    chart(
      'load',
      'stacked',
      'half',
      { metrics: ['backlog'], dimensions: ['agent', 'priority'], filters: HELD, limit: 60 },
      { note: messages.notes.load },
    ),
    RESPONSE,
    course('backlog', 'half', ['backlog']),
    ESCALATION,
    CHANNEL,
    PRIORITY,
    CATEGORY,
  ],
};

const MANAGER: RoleView = {
  isOwn: false,
  groups: [
    { question: messages.groups.volume, metrics: ['created', 'resolved', 'backlog', 'backlog_age'] },
    { question: messages.groups.speed, metrics: ['first_response', 'first_response_p90', 'resolution'] },
    { question: messages.groups.quality, metrics: ['sla_compliance', 'csat', 'nps', 'fcr', 'reopen'] },
    { question: messages.groups.path, metrics: ['containment', 'escalation'] },
  ],
  charts: [
    FLOW,
    AGE,
    chart('channels', 'table', 'full', {
      metrics: ['created', 'first_response', 'resolution', 'sla_compliance', 'fcr', 'csat', 'containment'],
      dimensions: ['channel'],
      compare: 'previous',
      limit: 12,
    }),
    RESPONSE,
    course('kept', 'half', ['sla_compliance']),
    chart('mix', 'stacked', 'third', { metrics: ['created'], dimensions: ['channel'] }, { overTime: true }),
    chart('volumes', 'bar', 'third', { metrics: ['created'], dimensions: ['channel'], compare: 'previous', limit: 10 }),
    PRIORITY,
    TEAM,
    CATEGORY,
    { ...ESCALATION, width: 'third' },
  ],
};

const EXECUTIVE: RoleView = {
  isOwn: false,
  groups: [
    { question: messages.groups.customers, metrics: ['csat', 'nps', 'ces'] },
    { question: messages.groups.promises, metrics: ['sla_compliance', 'first_response', 'first_response_p90', 'resolution'] },
    { question: messages.groups.volume, metrics: ['created', 'tickets_per_100_customers', 'backlog'] },
    { question: messages.groups.resolved, metrics: ['path_bot', 'path_one', 'path_several', 'path_escalated'] },
  ],
  charts: [
    course('satisfaction', 'half', ['csat']),
    course('kept', 'half', ['sla_compliance']),
    FLOW,
    CHANNEL,
    { ...ESCALATION, width: 'third' },
    chart('tiers', 'table', 'wide', {
      metrics: ['created', 'first_response', 'sla_compliance', 'csat', 'nps'],
      dimensions: ['customer_tier'],
      compare: 'previous',
      limit: 10,
    }),
  ],
};

const VIEWS: Record<Role, RoleView> = {
  agent: AGENT,
  lead: LEAD,
  manager: MANAGER,
  executive: EXECUTIVE,
  reviewer: MANAGER,
  planner: MANAGER,
  admin: MANAGER,
};

/** An agent who is nobody of this workspace has no work of their own to look at. */
export const viewOf = (role: Role, agentId: string | null): RoleView => (role === 'agent' && agentId === null ? LEAD : VIEWS[role]);

export const metricsOf = ({ groups }: RoleView): string[] => groups.flatMap(({ metrics }) => metrics);
