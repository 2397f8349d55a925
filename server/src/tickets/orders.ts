/** What people do to a ticket that is a help desk's, as what is asked there (decision 14). Pure: the state before and what is under way decide, as in actions.ts. */
import { isActive, type TicketState } from '@watchdesk/domain/ticket';
import type { Command, OrderView } from '../connectors/runtime/index.ts';
import { Refusal } from '../errors.ts';
import { type Action, type ActionName, tagChange } from './actions.ts';

/** What a help desk can be asked; the others are of this house alone. */
export const ORDERED = ['claim', 'assign', 'reply', 'note', 'priority', 'status', 'tag'] as const satisfies readonly ActionName[];

/** Null where nothing would change. Throws a refusal where it cannot be. */
export function commandOf(
  state: TicketState,
  agent: string,
  action: Action,
  underWay: readonly OrderView[],
  label: string,
): Command | null {
  const { now } = state;
  if (state.mergedInto !== null) throw new Refusal('not_possible', `The ticket was merged into ${state.mergedInto}; work on that one.`);
  if (state.deleted || state.spam) throw new Refusal('not_possible', `The ticket is ${state.deleted ? 'deleted' : 'spam'}.`);
  switch (action.name) {
    case 'claim': {
      // Whoever asked first has it, though it is not there yet.
      const ahead = assigneeAhead(underWay);
      const assignee = ahead === undefined ? now.assignee : ahead;
      if (assignee !== null && assignee !== agent) throw new Refusal('already_claimed', 'Somebody else has this ticket by now.');
      if (!isActive(now.status)) throw new Refusal('not_possible', 'The ticket is resolved; reopen it first.');
      return assignee === agent ? null : { kind: 'assign', to: agent };
    }
    case 'assign': {
      const team = action.team === undefined || action.team === now.team ? {} : { team: action.team };
      if (action.assignee === now.assignee && !('team' in team) && assigneeAhead(underWay) === undefined) return null;
      return { kind: 'assign', to: action.assignee, ...team };
    }
    case 'reply':
    case 'note':
      return { kind: action.name, text: action.text };
    case 'priority':
      return action.priority === now.priority && !isAhead(underWay, 'priority') ? null : { kind: 'priority', to: action.priority };
    case 'status':
      return action.status === now.status && !isAhead(underWay, 'status') ? null : { kind: 'status', to: action.status };
    case 'tag': {
      const change = tagChange(now.tags, action);
      // What is under way may have changed them by the time this is sent; tags are a set, so that the whole of it does no harm.
      if (isAhead(underWay, 'tag')) return { kind: 'tag', added: action.added, removed: action.removed };
      return change && { kind: 'tag', ...change };
    }
    case 'escalate':
    case 'merge':
      throw new Refusal('not_possible', `${action.name === 'merge' ? 'Merging' : 'Escalating'} is not sent to ${label}; do it there.`);
  }
}

const isOpen = ({ state }: OrderView) => state === 'waiting' || state === 'sent';
const isAhead = (underWay: readonly OrderView[], kind: Command['kind']) => underWay.some((one) => isOpen(one) && one.command.kind === kind);

/** Whom it will be of, where that was asked; null for nobody. */
function assigneeAhead(underWay: readonly OrderView[]): string | null | undefined {
  const last = underWay.findLast((one) => isOpen(one) && one.command.kind === 'assign')?.command;
  return last?.kind === 'assign' ? last.to : undefined;
}
