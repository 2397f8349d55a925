/** The tables as Kysely sees them; migrations/ is their definition. */
import type { DashboardSpec } from '@watchdesk/domain/dashboard';
import type { GoalSpec, Outcome } from '@watchdesk/domain/goal';
import type { DirectoryState } from '@watchdesk/domain/directory';
import type { IncidentPolicy, Priority, Status } from '@watchdesk/domain/event';
import type { ExplorationSpec } from '@watchdesk/domain/exploration';
import type { IncidentState } from '@watchdesk/domain/incident';
import type { Proposal, UsualRates } from '@watchdesk/domain/incident/detection';
import type { SimulationSpec } from '@watchdesk/domain/outage-simulation';
import type { Escalation, TicketState } from '@watchdesk/domain/ticket';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

type Instant = ColumnType<Date, Date | string, Date | string>;
type DefaultInstant = ColumnType<Date, Date | string | undefined, Date | string>;

export interface Schema {
  workspace: {
    workspace_id: string;
    name: string;
    time_zone: Generated<string>;
    created_at: DefaultInstant;
    kind: Generated<'own' | 'demonstration'>;
    settings: ColumnType<Record<string, unknown>, string | undefined, string>;
    stage: string | null;
  };
  connection: {
    workspace_id: string;
    source: string;
    kind: 'api' | 'csv' | 'simulator' | 'application';
    label: string;
    writable: Generated<boolean>;
    created_at: DefaultInstant;
  };
  event_log: {
    workspace_id: string;
    position: Generated<number>;
    transaction_id: Generated<string>;
    source: string;
    id: string;
    at: number;
    seq: number;
    actor_kind: string;
    actor_id: string | null;
    stream: string;
    type: string;
    data: JSONColumnType<Record<string, unknown>>;
    apart: string[] | null;
    received_at: DefaultInstant;
    clamped_from: number | null;
  };
  personal_data: {
    workspace_id: string;
    source: string;
    event_id: string;
    stream: string;
    customer: string | null;
    fields: JSONColumnType<Record<string, unknown>>;
  };
  ticket: {
    workspace_id: string;
    id: string;
    state: JSONColumnType<TicketState> | null;
    version: number;
    provisional: boolean;
    hidden: boolean;
    created_at: Instant | null;
    updated_at: Instant | null;
    resolved_at: Instant | null;
    waiting_since: Instant | null;
    status: Status | null;
    priority: Priority | null;
    support_tier: string | null;
    team: string | null;
    assignee: string | null;
    channel: string | null;
    category: string | null;
    product: string | null;
    requester: string | null;
    organisation: string | null;
    language: string | null;
    tags: string[];
    merged_into: string | null;
    subject_source: string | null;
    subject_event: string | null;
    raw_status: string | null;
    url: string | null;
    last_speaker: string | null;
    replies: Generated<number>;
    reopens: Generated<number>;
    escalations: Generated<number>;
    last_escalation: JSONColumnType<Escalation> | null;
    held_since: Instant | null;
  };
  ticket_merge: { workspace_id: string; child: string; parent: string };
  parked_event: {
    workspace_id: string;
    source: string;
    id: string;
    stream: string;
    awaits: string;
    reason: string;
    parked_at: DefaultInstant;
  };
  directory: {
    workspace_id: string;
    kind: string;
    id: string;
    state: JSONColumnType<DirectoryState> | null;
    version: number;
    updated_at: DefaultInstant;
  };
  incident: {
    workspace_id: string;
    id: string;
    state: JSONColumnType<IncidentState> | null;
    version: number;
    stage: string | null;
    severity: string | null;
    opened_at: Instant | null;
    announced_to: number | null;
    next_at: Instant | null;
  };
  incident_ticket: { workspace_id: string; ticket: string; incident: string };
  incident_number: { workspace_id: string; last: number };
  incident_policy: {
    workspace_id: string;
    version: number;
    policy: JSONColumnType<IncidentPolicy>;
    saved_at: DefaultInstant;
    saved_by: string;
  };
  detection: {
    workspace_id: string;
    is_on: Generated<boolean>;
    false_alarms: Generated<number>;
    usual: JSONColumnType<UsualRates> | null;
    usual_at: Instant | null;
    /** JSON, of `DetectionState`. */
    state: string | null;
    transaction_id: string | null;
    position: number | null;
    revision: Generated<number>;
  };
  detection_proposal: {
    workspace_id: string;
    id: string;
    incident: string;
    proposal: JSONColumnType<Proposal>;
    before: Generated<number[]>;
    found_at: DefaultInstant;
    ended_at: Instant | null;
    part_of: string | null;
    verdict: string | null;
    settled: string | null;
    told: JSONColumnType<object> | null;
    is_bare: Generated<boolean>;
    due: Generated<boolean>;
  };
  detection_ticket: { workspace_id: string; ticket: string; proposal: string; linked: Generated<boolean> };
  incident_answer: {
    workspace_id: string;
    incident: string;
    update_id: string;
    ticket: string;
    answered_at: DefaultInstant;
  };
  outbox: {
    position: Generated<number>;
    transaction_id: Generated<string>;
    workspace_id: string;
    kind: string;
    id: string;
    version: number;
    types: string[];
    historic: Generated<boolean>;
    at: DefaultInstant;
  };
  reader: { name: string; transaction_id: string; position: number };
  fact_ledger: { workspace_id: string; ticket: string; written: JSONColumnType<Record<string, unknown>> };
  api_key: {
    workspace_id: string;
    id: string;
    name: string;
    source: string;
    hash: Buffer;
    scopes: string[];
    created_at: DefaultInstant;
    last_used_at: Instant | null;
    revoked_at: Instant | null;
  };
  session: { hash: Buffer; workspace_id: string; persona: string; created_at: DefaultInstant; expires_at: Instant };
  idempotency: {
    workspace_id: string;
    key: string;
    request_hash: Buffer;
    status: number;
    response: JSONColumnType<object>;
    created_at: DefaultInstant;
  };
  dashboard: {
    workspace_id: string;
    id: string;
    owner: string;
    shared: Generated<boolean>;
    created_at: DefaultInstant;
    deleted_at: Instant | null;
  };
  dashboard_version: {
    workspace_id: string;
    id: string;
    version: number;
    spec: JSONColumnType<DashboardSpec>;
    saved_at: DefaultInstant;
    saved_by: string;
  };
  goal: { workspace_id: string; id: string; created_at: DefaultInstant; deleted_at: Instant | null };
  goal_version: {
    workspace_id: string;
    id: string;
    version: number;
    spec: JSONColumnType<GoalSpec>;
    outcome: Outcome | null;
    measured: number | null;
    saved_at: DefaultInstant;
    saved_by: string;
  };
  playbook_action: {
    workspace_id: string;
    id: string;
    issue_type: string | null;
    category: string | null;
    action: string;
    signals: Generated<string[]>;
    hidden: Generated<boolean>;
    saved_at: DefaultInstant;
    saved_by: string;
  };
  playbook_category: {
    workspace_id: string;
    category: string;
    issue_type: string | null;
    saved_at: DefaultInstant;
    saved_by: string;
  };
  exploration: {
    workspace_id: string;
    id: string;
    owner: string;
    saved_by: string;
    shared: Generated<boolean>;
    spec: JSONColumnType<ExplorationSpec>;
    saved_at: DefaultInstant;
  };
  outage_simulation: {
    workspace_id: string;
    id: string;
    name: string;
    owner: string;
    saved_by: string;
    saved_at: Instant;
    spec: JSONColumnType<SimulationSpec>;
    result: JSONColumnType<object>;
  };
  sla_setup: { workspace_id: string; step: string; ticked_at: DefaultInstant; ticked_by: string };
  import_file: {
    workspace_id: string;
    id: string;
    name: string;
    bytes: number;
    received: Generated<number>;
    state: Generated<string>;
    mapping: JSONColumnType<Record<string, unknown>> | null;
    progress: JSONColumnType<Record<string, unknown>> | null;
    account: JSONColumnType<Record<string, unknown>> | null;
    problem: JSONColumnType<Record<string, unknown>> | null;
    made_by: string;
    made_at: Instant;
    started_at: Instant | null;
    ended_at: Instant | null;
    runner: string | null;
    beat_at: Instant | null;
    cancel_asked: Generated<boolean>;
    has_file: Generated<boolean>;
    has_rejects: Generated<boolean>;
  };
  import_run: {
    workspace_id: string;
    id: string;
    source: string;
    file_hash: string;
    mapping: JSONColumnType<Record<string, unknown>>;
    row_done: Generated<number>;
    account: ColumnType<Record<string, unknown>, string | undefined, string>;
    started_at: DefaultInstant;
    finished_at: Instant | null;
  };
}
