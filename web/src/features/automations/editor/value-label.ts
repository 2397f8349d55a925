/** What the values of a field with a fixed set of them are called. */
import { sentenceCase, uiMessages } from '../../../ui/index.ts';
import { messages } from './messages.ts';

const CALLED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: uiMessages.status,
  channel: uiMessages.channel,
  'event.kind': uiMessages.escalationKind,
  'event.actor': uiMessages.actor,
  'event.survey': messages.deeds.surveys,
};

export function valueLabel(field: string, value: string): string {
  const called = CALLED[field]?.[value];
  if (called !== undefined) return called;
  return /^[PL]\d$/.test(value) ? value : sentenceCase(value);
}
