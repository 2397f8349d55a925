/** An entry of the audit log: who did what to what, when and from where, and what it was before and after. */

export const AUDIT_ACTIONS = [
  'session.opened',
  'session.closed',
  'session.refused',
  'password.changed',
  'password.forgotten',
  'password.link_made',
  'second_factor.added',
  'second_factor.removed',
  'second_factor.wanted',
  'recovery_codes.renewed',
  'passkey.added',
  'passkey.removed',
  'workspace.set_up',
  'settings.saved',
  'visibility.saved',
  'single_sign_on.saved',
  'single_sign_on.removed',
  'person.invited',
  'invitation.revoked',
  'person.joined',
  'person.changed',
  'person.removed',
  'access.refused',
  'key.created',
  'key.renewed',
  'key.revoked',
  'key.refused',
  'calendar.saved',
  'calendar.retired',
  'policy.saved',
  'policy.retired',
  'rules.applied',
  'ticket.assigned',
  'ticket.ordered',
  'goal.saved',
  'goal.deleted',
  'playbook.saved',
  'automation.saved',
  'automation.ordered',
  'automation.removed',
  'dashboard.saved',
  'dashboard.shared',
  'dashboard.deleted',
  'exploration.saved',
  'exploration.shared',
  'exploration.deleted',
  'connection.created',
  'connection.changed',
  'connection.paused',
  'connection.resumed',
  'connection.removed',
  'connection.mapped',
  'connection.mapped_again',
  'connection.secret_changed',
  'connection.retried',
  'tickets.exported',
  'audit.exported',
  'secrets.rotated',
  'mail.tested',
  'channel.created',
  'channel.changed',
  'channel.removed',
  'channel.tested',
  'channel.secret_changed',
  'channel.disabled',
  'hook.created',
  'hook.removed',
  'notice.acknowledged',
  'notice.snoozed',
  'surveys.saved',
  'surveys.tested',
  'status_page.saved',
  'status_page.component_set',
  'status_page.maintenance_planned',
  'status_page.maintenance_changed',
  'privacy.saved',
  'customer.exported',
  'customer.erased',
  'retention.ran',
  'import.started',
  'import.ended',
  'import.cancelled',
  'import.removed',
  'import.rejects_exported',
  'on_call_schedule.saved',
  'on_call_schedule.removed',
  'on_call_override.made',
  'on_call_override.ended',
  'on_call_swap.offered',
  'on_call_swap.accepted',
  'on_call_swap.dropped',
  'escalation_policy.saved',
  'escalation_policy.removed',
  'incident.proposed',
  'incident.declared',
  'incident.dismissed',
  'incident.severity_changed',
  'incident.status_changed',
  'incident.reviewed',
  'incident_policy.saved',
  'outages.imported',
  'outage_places.saved',
  'detection.saved',
  'detection.unlearned',
  'drill.started',
  'drill.ended',
  'drill.cleared',
  'outage_simulation.started',
  'outage_simulation.ended',
  'outage_simulation.kept',
  'outage_simulation.removed',
  'alert_rule.saved',
  'alert_rule.removed',
  'alert.acknowledged',
  'alert.snoozed',
  'alert.resolved',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** `operator`: whoever has the command line of the machine. `system`: the server by itself, at its time. `provider`: a company’s single sign-on, by its issuer. */
export interface Who {
  readonly kind: 'person' | 'key' | 'operator' | 'system' | 'provider';
  readonly id: string;
  readonly name: string;
  /** The network address; null for the command line and for the server itself. */
  readonly from: string | null;
}

export interface AuditSubject {
  readonly kind:
    | 'session'
    | 'on_call_schedule'
    | 'escalation_policy'
    | 'person'
    | 'invitation'
    | 'workspace'
    | 'key'
    | 'calendar'
    | 'policy'
    | 'ticket'
    | 'connection'
    | 'tickets'
    | 'goal'
    | 'playbook'
    | 'automation'
    | 'dashboard'
    | 'exploration'
    | 'audit'
    | 'route'
    | 'secrets'
    | 'mail'
    | 'channel'
    | 'hook'
    | 'notice'
    | 'surveys'
    | 'status_page'
    | 'privacy'
    | 'customer'
    | 'retention'
    | 'import'
    | 'incident'
    | 'incident_policy'
    | 'outages'
    | 'detection'
    | 'drill'
    | 'outage_simulation'
    | 'alert_rule'
    | 'alert';
  readonly id: string;
  readonly name: string | null;
}

/** What happened; where and when are added by whoever writes it. Before and after are values that JSON can hold. */
export interface Deed {
  readonly action: AuditAction;
  readonly subject: AuditSubject;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** As it is kept: null where there was nothing. */
export interface AuditEntry extends Pick<Deed, 'action' | 'subject'> {
  readonly before: unknown;
  readonly after: unknown;
  readonly place: number;
  /** ISO 8601. */
  readonly at: string;
  readonly who: Who;
}

export const OPERATOR: Who = { kind: 'operator', id: 'command-line', name: 'command line', from: null };

/** The server by itself, when the time of something is over. */
export const TIMER: Who = { kind: 'system', id: 'timer', name: 'Watchdesk', from: null };

export const NIGHTLY: Who = { kind: 'system', id: 'nightly', name: 'Watchdesk, nightly', from: null };
