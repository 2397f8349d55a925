/** The places one can go to: the one list behind the rail, the bottom bar, the palette and the `g` keys. */
import {
  IconActivityHeartbeat,
  IconChartDots3,
  IconClockCheck,
  IconFlame,
  IconHeadset,
  IconLayoutDashboard,
  IconMoodSmile,
  IconRobot,
  IconSettings,
  IconTargetArrow,
  IconTicket,
  IconUrgent,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { Viewing } from '../period/viewing.ts';
import type { Role, Scope } from '../session/session.ts';
import { messages } from './messages.ts';

export interface Place {
  id: keyof typeof messages.placeHints;
  path: `/${Place['id']}`;
  label: string;
  hint: string;
  group: keyof typeof messages.groups;
  icon: Icon;
  /** Whether its front page is about a stretch of time; the others are about now, or choose for themselves. */
  usesPeriod: boolean;
  /** The letter after `g`. */
  letter: string;
  /** The scope that one must have for it. */
  needs?: Scope;
}

const place = (id: Place['id'], group: Place['group'], icon: Icon, letter: string): Place => ({
  id,
  path: `/${id}`,
  label: messages.places[id],
  hint: messages.placeHints[id],
  group,
  icon,
  letter,
  usesPeriod: ['overview', 'sla', 'people', 'feedback', 'explore'].includes(id),
});

const PLACES: readonly Place[] = [
  place('overview', 'now', IconActivityHeartbeat, 'o'),
  place('queue', 'now', IconHeadset, 'q'),
  place('alerts', 'now', IconUrgent, 'l'),
  place('incidents', 'now', IconFlame, 'i'),
  place('tickets', 'service', IconTicket, 't'),
  place('sla', 'service', IconClockCheck, 's'),
  place('automations', 'service', IconRobot, 'm'),
  place('people', 'people', IconUsers, 'a'),
  place('feedback', 'customers', IconMoodSmile, 'f'),
  place('dashboards', 'insight', IconLayoutDashboard, 'd'),
  place('explore', 'insight', IconChartDots3, 'e'),
  place('goals', 'insight', IconTargetArrow, 'g'),
  { ...place('settings', 'settings', IconSettings, 'x'), needs: 'admin' },
];

/** Those that somebody with these scopes can go to. */
export const placesFor = (scopes: readonly Scope[]): Place[] => PLACES.filter(({ needs }) => needs === undefined || scopes.includes(needs));

/** Where a role begins: who works the queue sees it first, everybody else what is on fire. */
export const landingOf = (role: Role): Place['path'] => (role === 'agent' ? '/queue' : '/overview');

/** Through what they begin to look: an executive at a quarter beside the one before. */
export const landingSearchOf = (role: Role): Viewing => (role === 'executive' ? { period: '90d' } : {});

/** The same for what lies inside them, which is about no period. */
const INSIDES: readonly Place[] = PLACES.map((one) => ({ ...one, usesPeriod: false }));
const WITH_PERIOD: readonly Place[] = PLACES.map((one) => ({ ...one, usesPeriod: true }));
/** And the parts that are. */
const OF_A_PERIOD = /^\/(sla\/exceptions$|people\/|dashboards\/|settings\/(audit|deliveries)$|alerts\/history$)/;

/** The place that an address belongs to, its parts included; null outside all of them. */
export const placeOf = (pathname: string): Place | null =>
  (OF_A_PERIOD.test(pathname) ? WITH_PERIOD : INSIDES).find(({ path }) => pathname.startsWith(`${path}/`)) ??
  PLACES.find(({ path }) => pathname === path) ??
  null;

/** What the page at an address is called. */
export const titleOf = (pathname: string): string => placeOf(pathname)?.label ?? outsideOf(pathname);

function outsideOf(pathname: string): string {
  if (pathname === '/inbox') return messages.inbox;
  return /^\/account(\/|$)/.test(pathname) ? messages.persona.account : messages.product;
}
