/**
 * Who speaks for the company (docs/adr/0055-who-speaks-for-the-company-in-an-incident.md): telling customers, saying why they are not told of the end, and
 * deciding that it is none.
 */
import type { IncidentState } from '@watchdesk/domain/incident';
import { Refusal } from '../errors.ts';
import type { Deed } from './deeds.ts';

export interface Doer {
  /** The agent; for whoever is none the name they are known by. */
  readonly by: string;
  /** They speak for the company only with command or communications of the incident. */
  readonly needsRole?: boolean | undefined;
}

const REFUSED =
  'Customers are told, and an incident is dismissed, by whoever has command or communications of it, or by a lead and up: take a role, or ask somebody who has one.';

export function refuseUnlessMay({ by, needsRole = false }: Doer, { roles }: IncidentState, deed: Deed): void {
  if (!needsRole || !speaks(deed)) return;
  if (![...roles.commander, ...roles.communications].includes(by)) throw new Refusal('forbidden', REFUSED);
}

const speaks = (deed: Deed): boolean =>
  deed.name === 'dismiss' ||
  (deed.name === 'update' && deed.audience === 'customers') ||
  (deed.name === 'status' && (deed.notice !== undefined || deed.untoldFor !== undefined));
