/** The places one can go to: the one list behind the rail, the bottom bar, the palette and the `g` keys. */
import {
  IconActivityHeartbeat,
  IconChartDots3,
  IconClockCheck,
  IconHeadset,
  IconLayoutDashboard,
  IconTargetArrow,
  IconTicket,
  type Icon,
} from '@tabler/icons-react';
import type { Role } from '../session/session.ts';
import { messages } from './messages.ts';

export interface Place {
  id: 'overview' | 'queue' | 'tickets' | 'sla' | 'dashboards' | 'explore' | 'goals';
  path: '/overview' | '/queue' | '/tickets' | '/sla' | '/dashboards' | '/explore' | '/goals';
  label: string;
  hint: string;
  group: keyof typeof messages.groups;
  icon: Icon;
  /** Whether its front page is about a stretch of time; the others are about now, or choose for themselves. */
  usesPeriod: boolean;
  /** Under the thumb on a phone, where there is room for six; the palette leads to the others. */
  isUnderThumb: boolean;
  /** The letter after `g`. */
  letter: string;
}

const place = (id: Place['id'], group: Place['group'], icon: Icon, letter: string): Place => ({
  id,
  path: `/${id}`,
  label: messages.places[id],
  hint: messages.placeHints[id],
  group,
  icon,
  letter,
  isUnderThumb: id !== 'goals',
  usesPeriod: id === 'overview' || id === 'sla' || id === 'explore',
});

export const PLACES: readonly Place[] = [
  place('overview', 'now', IconActivityHeartbeat, 'o'),
  place('queue', 'now', IconHeadset, 'q'),
  place('tickets', 'service', IconTicket, 't'),
  place('sla', 'service', IconClockCheck, 's'),
  place('dashboards', 'insight', IconLayoutDashboard, 'd'),
  place('explore', 'insight', IconChartDots3, 'e'),
  place('goals', 'insight', IconTargetArrow, 'g'),
];

/** Where a role begins: who works the queue sees it first, everybody else what is on fire. */
export const landingOf = (role: Role): Place['path'] => (role === 'agent' ? '/queue' : '/overview');

/** The same for what lies inside them, which is about no period. */
const INSIDES: readonly Place[] = PLACES.map((one) => ({ ...one, usesPeriod: false }));
const WITH_PERIOD: readonly Place[] = PLACES.map((one) => ({ ...one, usesPeriod: true }));
/** And the parts that are. */
const OF_A_PERIOD = /^\/(sla\/exceptions$|dashboards\/)/;

/** The place that an address belongs to, its parts included; null outside all of them. */
export const placeOf = (pathname: string): Place | null =>
  (OF_A_PERIOD.test(pathname) ? WITH_PERIOD : INSIDES).find(({ path }) => pathname.startsWith(`${path}/`)) ??
  PLACES.find(({ path }) => pathname === path) ??
  null;
