/** What is entered of a channel, what of it is sent, and what it comes to in a plain sentence. */
import type { QuietHours } from '@watchdesk/domain/notification';
import { quietInWords, type Severity } from '../notices/index.ts';
import { words } from './messages.ts';
import type { Channel, ChannelChange, Kind, NewChannel } from './use-channels.ts';

export interface Credentials {
  url: string;
  routingKey: string;
  region: 'us' | 'eu';
  to: string;
}

export interface Form {
  kind: Kind;
  name: string;
  credentials: Credentials;
  from: Severity;
  isPersonal: boolean;
  /** Empty for none. */
  template: string;
  quiet: QuietHours | null;
  timeZone: string | null;
}

/** Whether its receiver has taken nothing since it last refused. */
export const isFailing = ({ recent: { sentAt, failure } }: Channel): boolean =>
  failure !== null && (failure.endedAt === null || sentAt === null || failure.endedAt > sentAt);

const NO_CREDENTIALS: Credentials = { url: '', routingKey: '', region: 'us', to: '' };

export const emptyForm = (kind: Kind): Form => ({
  kind,
  name: '',
  credentials: NO_CREDENTIALS,
  // A pager wakes somebody; the others may be chatty.
  from: kind === 'pagerduty' ? 'critical' : 'info',
  isPersonal: false,
  template: '',
  quiet: null,
  timeZone: null,
});

export const formOf = ({ kind, name, settings: { from, isPersonal, template, quiet, timeZone } }: Channel): Form => ({
  ...emptyForm(kind),
  name,
  from,
  isPersonal,
  template: template ?? '',
  quiet,
  timeZone,
});

/** What a kind is reached by, as the server takes it. */
function credentialsOf({ kind, credentials: { url, routingKey, region, to } }: Form) {
  if (kind === 'pagerduty') return { routingKey: routingKey.trim(), region };
  return kind === 'mail' ? { to: to.trim() } : { url: url.trim() };
}

/** A program gets every part by itself and needs no title. */
export const hasTitle = (kind: Kind): boolean => kind !== 'webhook';

const settingsOf = ({ kind, name, from, isPersonal, template, quiet, timeZone }: Form) => ({
  name,
  from,
  isPersonal,
  template: template.trim() === '' || !hasTitle(kind) ? null : template,
  quiet,
  timeZone: quiet === null ? null : timeZone,
});

const isReached = ({ kind, credentials: { url, routingKey, to } }: Form): boolean =>
  (kind === 'pagerduty' ? routingKey : kind === 'mail' ? to : url).trim() !== '';

/** What has to be entered yet, as its field is called. */
export const missingOf = (form: Form, isNew: boolean): string[] => {
  const { url, routingKey, to, name } = words.form;
  const { kind } = form;
  const reach = kind === 'pagerduty' ? routingKey : kind === 'mail' ? to : url[kind];
  return [...(form.name.trim() === '' ? [name] : []), ...(isNew && !isReached(form) ? [reach] : [])];
};

export const newOf = (form: Form): NewChannel => ({ kind: form.kind, credentials: credentialsOf(form), ...settingsOf(form) }) as NewChannel;

/** What it is reached by stays where nothing is entered. */
export const changeOf = (form: Form): ChannelChange =>
  ({ settings: settingsOf(form), ...(isReached(form) && { credentials: credentialsOf(form) }) }) as ChannelChange;

/** What the channel does, in sentences that go along with the form. */
export function channelInWords({ kind, name, from, isPersonal, template, quiet, timeZone }: Form, workspaceZone: string): string {
  const to = name.trim() === '' ? words.form.unnamed(words.kinds[kind]) : `“${name.trim()}”`;
  const parts = [
    `${words.form.froms[from]} ${from === 'info' ? 'goes' : from === 'warning' ? 'go' : 'goes'} to ${to}, where a rule says so.`,
  ];
  if (quiet && from !== 'critical')
    parts.push(`It is quiet ${quietInWords(quiet, timeZone ?? workspaceZone)}: all but what is critical waits until it ends.`);
  if (quiet && from === 'critical') parts.push('Quiet hours change nothing here: what is critical is never held.');
  parts.push(isPersonal ? words.form.tells : words.form.tellsNot);
  if (template.trim() !== '' && hasTitle(kind)) parts.push(words.form.templated);
  parts.push(words.form.groups[kind]);
  return parts.join(' ');
}
