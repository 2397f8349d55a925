/** People as payloads bring them along: told once for each name they have, whoever they are to us. */
import type { MappedEvent } from '../connector.ts';
import { digestId, given } from './collect.ts';

interface Customer {
  readonly id: string;
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly organisation?: string | null | undefined;
}

/** None where nothing but the id is known. */
export function customerEvents({ id, name, email, organisation }: Customer, at: number): MappedEvent[] {
  const address = email && /^[^\s@]+@[^\s@]+$/.test(email) ? email : undefined;
  const data = {
    ...given('name', name?.trim().slice(0, 500) || undefined),
    ...given('email', address),
    ...given('organisation', organisation),
  };
  return told('customer', id, at, 'customer.upserted', data);
}

export function agentEvents({ id, name }: { id: string; name?: string | null | undefined }, at: number): MappedEvent[] {
  return told('agent', id, at, 'agent.upserted', given('name', name?.trim().slice(0, 500) || undefined));
}

export const teamEvents = ({ id, name }: { id: string; name?: string | null | undefined }, at: number): MappedEvent[] =>
  told('id', id, at, 'team.upserted', given('name', name?.trim().slice(0, 500) || undefined));

export const organisationEvents = ({ id, name }: { id: string; name?: string | null | undefined }, at: number): MappedEvent[] =>
  told('organisation', id, at, 'organisation.upserted', given('name', name?.trim().slice(0, 500) || undefined));

function told(noun: string, id: string, at: number, type: MappedEvent['type'], data: object): MappedEvent[] {
  if (Object.keys(data).length === 0) return [];
  return [{ id: digestId(type, id, JSON.stringify(data)), at, type, data: { [noun]: id, ...data } }];
}
