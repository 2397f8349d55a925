/** What an automation names by ids, and where it does: so that each can be called by its name, and one that is not there be said at its field. */
import type { Action } from './actions.ts';
import type { AutomationSpec } from './automation.ts';
import type { Condition } from './conditions.ts';

export interface Mention {
  readonly kind: 'team' | 'agent' | 'calendar' | 'channel' | 'schedule' | 'policy';
  readonly id: string;
  /** Within the automation, such as `actions.1.to`. */
  readonly path: string;
}

type Kind = Mention['kind'];

export function mentionsIn({ trigger, conditions, actions }: AutomationSpec): Mention[] {
  return [
    ...(trigger.kind === 'time' ? of('calendar', 'trigger.calendar', trigger.calendar) : []),
    ...(conditions === null ? [] : inConditions(conditions, 'conditions')),
    ...actions.flatMap((action, index) => inAction(action, `actions.${index}`)),
  ];
}

/** Which calendars it counts by: of its trigger, its conditions and its waits. */
export const calendarsOf = (spec: AutomationSpec): string[] => [
  ...new Set(mentionsIn(spec).flatMap(({ kind, id }) => (kind === 'calendar' ? [id] : []))),
];

/** Empty texts are nothing. */
const of = (kind: Kind, path: string, ...ids: readonly (string | null | undefined)[]): Mention[] =>
  ids.flatMap((id) => (id == null || id === '' ? [] : [{ kind, id, path }]));

function inConditions({ all, any, not, ...leaf }: Condition, path: string): Mention[] {
  if (not) return inConditions(not, `${path}.not`);
  const key = all ? 'all' : 'any';
  const parts = all ?? any;
  if (parts) return parts.flatMap((one, index) => inConditions(one, `${path}.${key}.${index}`));
  const kind = leaf.field === 'team' ? 'team' : leaf.field === 'assignee' ? 'agent' : null;
  return [
    ...of('calendar', `${path}.calendar`, leaf.calendar),
    ...(kind === null ? [] : (['is', 'isNot'] as const).flatMap((compared) => of(kind, `${path}.${compared}`, ...(leaf[compared] ?? [])))),
  ];
}

function inAction(action: Action, path: string): Mention[] {
  switch (action.do) {
    case 'team':
      return of('team', `${path}.to`, action.to);
    case 'assignee':
      return [
        ...of('agent', `${path}.to`, action.to),
        ...of('schedule', `${path}.onCall`, action.onCall),
        ...of('policy', `${path}.policy`, action.policy),
      ];
    case 'escalate':
      return of('team', `${path}.team`, action.team);
    case 'hook':
      return of('channel', `${path}.channel`, action.channel);
    case 'wait':
      return of('calendar', `${path}.calendar`, action.calendar);
    case 'notify':
      return [
        ...of('team', `${path}.audience.teams`, ...action.audience.teams),
        ...of('channel', `${path}.audience.channels`, ...action.audience.channels),
        ...of('schedule', `${path}.audience.onCall`, ...(action.audience.onCall ?? [])),
        ...of('policy', `${path}.audience.policy`, action.audience.policy),
      ];
    default:
      return [];
  }
}
