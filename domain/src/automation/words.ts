/** An automation as a sentence, so that a screen, the API and the log of runs say the same of it. */
import { type ActorKind, HAPPENED } from '../event/index.ts';
import type { Group } from '../notification/index.ts';
import type { Action, ActionOf } from './actions.ts';
import type { AutomationSpec } from './automation.ts';
import { BY_ID, conditionWords, durationWords, listed, type NameOf } from './condition-words.ts';
import type { Found } from './facts.ts';
import type { Since, Trigger } from './trigger.ts';

/** `When a ticket is created, if the priority is P1, set the team to Night and tell role lead.` */
export function automationSentence(
  { trigger, conditions, actions }: Pick<AutomationSpec, 'trigger' | 'conditions' | 'actions'>,
  nameOf: NameOf = BY_ID,
): string {
  const when = triggerWords(trigger, nameOf);
  const condition = conditions === null ? '' : `, if ${conditionWords(conditions, nameOf)}`;
  const words = `When ${when}${condition}: ${actionsWords(actions, nameOf)}`;
  // What somebody is told may end the sentence itself.
  return /[.!?]”$/.test(words) ? words : `${words}.`;
}

/** What is done after a wait follows it in its own part. */
function actionsWords(actions: readonly Action[], nameOf: NameOf): string {
  const parts: string[] = [];
  let own: string[] = [];
  const end = () => {
    if (own.length > 0) parts.push(listed(own, 'and'));
    own = [];
  };
  for (const action of actions) {
    if (action.do === 'wait') end();
    own.push(actionWords(action, nameOf));
    if (action.do === 'wait') end();
  }
  end();
  return parts.join(', then ');
}

const SINCE_WORDS: Readonly<Record<Since, (time: string) => string>> = {
  creation: (time) => `a ticket is ${time} old`,
  update: (time) => `nothing has happened for ${time}`,
  wait: (time) => `a customer has waited for ${time}`,
  unassigned: (time) => `nobody has had a ticket for ${time}`,
  reply: (time) => `a customer has not answered for ${time}`,
};

const ACTORS: Readonly<Record<ActorKind, string>> = {
  customer: 'a customer',
  agent: 'an agent',
  bot: 'a bot',
  automation: 'an automation',
  system: 'the system',
};

export function triggerWords(trigger: Trigger, nameOf: NameOf = BY_ID): string {
  switch (trigger.kind) {
    case 'event': {
      const by = trigger.by
        ? ` by ${listed(
            trigger.by.map((one) => ACTORS[one]),
            'or',
          )}`
        : '';
      return `${listed(
        trigger.events.map((one) => HAPPENED[one]),
        'or',
      )}${by}`;
    }
    case 'clock': {
      const clock = trigger.clock === null ? 'a promise' : `the promised ${trigger.clock.replaceAll('_', ' ')}`;
      const steps = trigger.steps.map((step) => (step === 'breach' ? 'is breached' : `has used ${step} % of its time`));
      return `${clock} ${listed(steps, 'or')}`;
    }
    case 'time': {
      const within = trigger.calendar === null ? '' : ` within the hours of ${nameOf('calendar', trigger.calendar)}`;
      return SINCE_WORDS[trigger.since](`${durationWords(trigger.seconds)}${within}`);
    }
  }
}

const valueOf = (value: string | number | boolean | null): string => (value === null ? 'nothing' : String(value));

export function actionWords(action: Action, nameOf: NameOf = BY_ID): string {
  switch (action.do) {
    case 'category':
      return `set the category to ${valueOf(action.to)}`;
    case 'priority':
      return action.to === undefined ? `raise the priority by ${action.raiseBy}` : `set the priority to ${action.to}`;
    case 'tier':
      return `set the support tier to ${action.to === 'next' ? 'the next one' : action.to}`;
    case 'escalate':
      return `escalate it to ${action.to === 'next' ? 'the next tier' : action.to}${action.team === undefined ? '' : ` in ${nameOf('team', action.team)}`}`;
    case 'team':
      return action.to === null ? 'take it from its team' : `give it to the team ${nameOf('team', action.to)}`;
    case 'assignee':
      return assigneeWords(action, nameOf);
    case 'tag':
      return listed(
        [
          ...(action.add.length > 0 ? [`add the ${tagWord(action.add)} ${listed(action.add, 'and')}`] : []),
          ...(action.remove.length > 0 ? [`remove the ${tagWord(action.remove)} ${listed(action.remove, 'and')}`] : []),
        ],
        'and',
      );
    case 'customField':
      return `set the custom field ${action.name} to ${valueOf(action.to)}`;
    case 'status':
      return `set the status to ${action.to.replaceAll('_', ' ')}`;
    case 'note':
      return `add the internal note “${action.body}”`;
    case 'reply':
      return `write to the customer “${action.body}”`;
    case 'notify':
      return `tell ${audienceWords(action.audience, nameOf)}${action.message === undefined ? '' : ` “${action.message}”`}`;
    case 'hook':
      return `call the webhook ${nameOf('channel', action.channel)}`;
    case 'wait': {
      const within = action.calendar === null ? '' : ` within the hours of ${nameOf('calendar', action.calendar)}`;
      return `wait ${durationWords(action.seconds)}${within}${action.recheck ? '' : ' in any case'}`;
    }
    case 'survey':
      return `ask for ${action.survey.toUpperCase()}`;
    case 'link':
      return `link it to ${action.to === 'similar' ? 'the similar ticket' : action.to} (${action.kind.replaceAll('_', ' ')})`;
    case 'suggest':
      return action.similar ? 'suggest what solved the similar ticket' : `suggest the article “${action.article}”`;
  }
}

function assigneeWords({ to, onCall, policy }: ActionOf<'assignee'>, nameOf: NameOf): string {
  const given = to == null ? 'put it back into the queue' : `assign it to ${nameOf('agent', to)}`;
  if (onCall === undefined && policy === undefined) return given;
  const who = onCall === undefined ? `by the policy ${nameOf('policy', policy!)}` : `in ${nameOf('schedule', onCall)}`;
  return `assign it to whoever is on call ${who}${to === undefined ? '' : ` (where nobody is, ${given})`}`;
}

/** `Ann Field`, or to whom it went since nobody is on call. */
export function foundWords({ agent, why }: Found, nameOf: NameOf = BY_ID): string {
  const whom = agent === null ? 'back into the queue' : nameOf('agent', agent);
  return why === undefined ? whom : `${whom}, since ${why}`;
}

const tagWord = (tags: readonly string[]): string => (tags.length === 1 ? 'tag' : 'tags');

function audienceWords({ policy, ladder = [], ...first }: ActionOf<'notify'>['audience'], nameOf: NameOf): string {
  const all = [...groupWords(first, nameOf), ...(policy === undefined ? [] : [`those of the policy ${nameOf('policy', policy)}`])];
  if (ladder.length === 0) return listed(all, 'and') || 'nobody yet';
  return `${listed(all, 'and') || 'nobody at once'}, and others until somebody acknowledges`;
}

function groupWords({ people, roles, teams, channels, onCall = [], ticketAssignee, ticketTeamLeads }: Group, nameOf: NameOf): string[] {
  return [
    ...(ticketAssignee ? ['the assignee'] : []),
    ...(ticketTeamLeads ? ['the leads of its team'] : []),
    ...onCall.map((schedule) => `whoever is on call in ${nameOf('schedule', schedule)}`),
    ...(roles.length > 0
      ? [
          `the ${listed(
            roles.map((role) => `${role}s`),
            'and',
          )}`,
        ]
      : []),
    ...teams.map((team) => `the team ${nameOf('team', team)}`),
    ...(people.length === 0 ? [] : people.length === 1 ? ['a person'] : [`${people.length} people`]),
    ...channels.map((channel) => `the channel ${nameOf('channel', channel)}`),
  ];
}
