/** How alerts can stand, in a word each, and what it means. */
import type { Alert } from '../api/client.ts';
import type { StateTone } from '../ui/index.ts';

type Status = Alert['status'];

export const TONES: Readonly<Record<Status, StateTone>> = {
  pending: 'idle',
  firing: 'bad',
  acknowledged: 'info',
  snoozed: 'paused',
  resolved: 'good',
  superseded: 'idle',
};

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  pending: 'Not yet',
  firing: 'Firing',
  acknowledged: 'Acknowledged',
  snoozed: 'Snoozed',
  resolved: 'Resolved',
  superseded: 'Superseded',
};

export const STATUS_MEANINGS: Readonly<Record<Status, string>> = {
  pending: 'It holds, and fires once it has held long enough',
  firing: 'It waits for somebody',
  acknowledged: 'Somebody is on it',
  snoozed: 'Silent for a while',
  resolved: 'It is over',
  superseded: 'A further step of its promise took its place, its rule changed, or what was announced turned out otherwise',
};

/** Nobody can do anything about it any more. */
export const isOver = ({ status }: { status: Status }): boolean => status === 'resolved' || status === 'superseded';
export const mayAcknowledge = ({ status }: { status: Status }): boolean => status === 'firing' || status === 'snoozed';
export const maySnooze = ({ status }: { status: Status }): boolean =>
  status === 'firing' || status === 'acknowledged' || status === 'snoozed';

/** Those that are not over. */
export const IN_FORCE: readonly Status[] = ['firing', 'acknowledged', 'snoozed', 'pending'];
