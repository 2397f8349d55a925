/** What differs between two versions of an automation, and where its faults are, in the words of the editor. */
import { hashKey } from '@tanstack/react-query';
import { actionWords, conditionWords, type NameOf, triggerWords } from '@watchdesk/domain/automation';
import type { AutomationSpec } from '../../../api/client.ts';
import { type Change, differences, distinct, editorMessages, type PlacedFault, type Said } from '../../../drafts/index.ts';
import { sentenceCase } from '../../../ui/index.ts';
import { messages } from './messages.ts';

const words = messages.changes;

/** Everything an automation says. */
function saidBy({ name, description, enabled, trigger, conditions, actions }: AutomationSpec, nameOf: NameOf): Said {
  const said: Said = new Map();
  const say = (path: string, what: string, value: string): unknown => said.set(path, { what, value });
  say('name', words.name, name);
  say('description', words.description, description || editorMessages.none);
  say('enabled', words.state, enabled ? words.on : words.off);
  // Two that read the same may yet differ: in who has the same name, or in how they are nested.
  said.set(`trigger ${hashKey([trigger])}`, { what: words.when, value: triggerWords(trigger, nameOf), place: 'trigger' });
  said.set(`conditions ${hashKey([conditions])}`, {
    what: words.if,
    value: conditions === null ? words.always : conditionWords(conditions, nameOf),
    place: 'conditions',
  });
  for (const [index, action] of actions.entries())
    said.set(`step ${index} ${hashKey([action])}`, {
      what: messages.deeds.step(index + 1),
      value: sentenceCase(actionWords(action, nameOf)),
      place: `step ${index}`,
    });
  return said;
}

/** In the order of the editor; nothing where the two say the same. */
export const changesBetween = (before: AutomationSpec, after: AutomationSpec, nameOf: NameOf): Change[] =>
  differences(saidBy(before, nameOf), saidBy(after, nameOf));

export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** `Step 2, give to a team` of `automation.actions.1.to`. */
function placeOf(field: string, { actions }: AutomationSpec): string {
  const [part = '', place = ''] = field.replace(/^automation\./, '').split('.');
  if (part === 'trigger') return messages.when.title;
  if (part === 'conditions') return messages.if.title;
  if (part !== 'actions') return part === 'description' ? words.description : words.name;
  const step = actions[Number(place)];
  return step ? `${messages.deeds.step(Number(place) + 1)}, ${messages.deeds.steps[step.do].toLowerCase()}` : messages.deeds.title;
}

/** All that is to be mended, once each. */
export const placed = (faults: readonly FieldFault[], draft: AutomationSpec): PlacedFault[] =>
  distinct(faults.map(({ field, message }) => ({ place: placeOf(field, draft), message })));

/** What is wrong with the field of that path within the automation, or with what lies in it; undefined where nothing is. */
export function faultAt(faults: readonly FieldFault[], path: string): string | undefined {
  const whole = `automation.${path}`;
  const found = faults.filter(({ field }) => field === whole || field.startsWith(`${whole}.`));
  return found.length > 0 ? [...new Set(found.map(({ message }) => message))].join('; ') : undefined;
}
