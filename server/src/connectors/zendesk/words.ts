/** Their words for statuses, priorities and ways of contact, and ours. */
import type { Channel } from '@watchdesk/domain/event';
import type { ApiVia } from './api-types.ts';
import type { Maps } from '../connector.ts';

/** A status that an account made itself goes by its own label where the maps know that, and by its category otherwise. */
export const FIRST_MAPS: Maps = {
  status: { new: 'new', open: 'open', pending: 'pending', hold: 'on_hold', solved: 'resolved', closed: 'closed' },
  priority: { urgent: 'P1', high: 'P2', normal: 'P3', low: 'P4' },
  customFields: { type: 'type' },
  users: {},
};

/** Without one the ticket has none over there, and no promise; here it has the middle one. */
export const NO_PRIORITY = 'P3';

/** By channel, as audits name it, and by what people see, as the export of events does. */
const CHANNELS: Readonly<Record<string, Channel>> = {
  email: 'email',
  mail: 'email',
  web: 'portal',
  'web form': 'portal',
  web_widget: 'portal',
  'web widget': 'portal',
  help_center: 'portal',
  'help center': 'portal',
  'help center post': 'portal',
  mobile: 'portal',
  mobile_sdk: 'portal',
  'mobile sdk': 'portal',
  'get satisfaction': 'portal',
  chat: 'chat',
  native_messaging: 'chat',
  messaging: 'chat',
  'native messaging': 'chat',
  voice: 'phone',
  phone: 'phone',
  'phone call (incoming)': 'phone',
  'phone call (outbound)': 'phone',
  'phone call (outgoing)': 'phone',
  voicemail: 'phone',
  twitter: 'social',
  'twitter dm': 'social',
  'x corp': 'social',
  facebook: 'social',
  'facebook post': 'social',
  'facebook private message': 'social',
  instagram_dm: 'social',
  whatsapp: 'social',
  line: 'social',
  telegram: 'social',
  wechat: 'social',
  viber: 'social',
  any_channel: 'social',
  'any channel': 'social',
  sms: 'sms',
  text: 'sms',
  api: 'api',
  'web service': 'api',
  answer_bot: 'bot',
  'answer bot': 'bot',
};

/** What people see, in small letters, where it is not the channel's own name. */
const RULES = new Set([
  'rule',
  'rule revision',
  'system',
  'automation',
  'trigger',
  'admin setting',
  'admin_setting',
  'batch',
  'group deletion',
  'user deletion',
  'user merge',
  'linked problem',
  'sla target change',
]);

/** Empty where nothing is said. */
function channelWord(via: ApiVia): string {
  if (via === null || via === undefined) return '';
  return String(typeof via === 'string' ? via : (via.channel ?? '')).toLowerCase();
}

const isBotWord = (word: string) => word.startsWith('answer_bot') || word.startsWith('answer bot') || word.startsWith('bot');

export const isByRule = (via: ApiVia): boolean => RULES.has(channelWord(via));
export const isByBot = (via: ApiVia): boolean => isBotWord(channelWord(via));

export function channelOf(via: ApiVia): Channel {
  const word = channelWord(via);
  return isBotWord(word) ? 'bot' : (CHANNELS[word] ?? 'other');
}

const source = (via: ApiVia) => (typeof via === 'object' && via !== null ? via.source : null);
export const relationOf = (via: ApiVia): string | null => source(via)?.rel ?? null;

/** The tickets that a merge or a follow-up comes from. */
export function ticketsFrom(via: ApiVia): string[] {
  const from = source(via)?.from;
  return from?.ticket_ids ?? (from?.ticket_id ? [from.ticket_id] : []);
}
