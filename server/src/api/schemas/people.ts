/** How people, organisations, teams and sites look to callers. */
import { PRESENCES, SUPPORT_TIERS } from '@watchdesk/domain/event';
import { z } from 'zod';
import { dayOut, instantOut, named } from './basics.ts';

const text = z.string().nullable();
const coordinate = z.number().nullable();

export const customer = z
  .object({
    id: z.string(),
    name: z.string(),
    erased: z.boolean(),
    email: text,
    organisation: named.nullable(),
    country: text,
    region: text,
    city: text,
    latitude: coordinate,
    longitude: coordinate,
    language: text,
    timeZone: text,
    since: dayOut.nullable(),
  })
  .meta({ id: 'Customer' });

export const organisation = z
  .object({
    id: z.string(),
    name: z.string(),
    domain: text,
    customerTier: text,
    plan: text,
    mrr: z.number().nullable(),
    currency: text,
    since: dayOut.nullable(),
    health: text,
    csm: named.nullable(),
    region: text,
  })
  .meta({ id: 'Organisation' });

export const agent = z
  .object({
    id: z.string(),
    name: z.string(),
    teams: z.array(named),
    supportTier: z.enum(SUPPORT_TIERS).nullable(),
    skills: z.record(z.string(), z.int()),
    languages: z.array(z.string()),
    timeZone: text,
    startedOn: dayOut.nullable(),
    active: z.boolean(),
    presence: z
      .object({ state: z.enum(PRESENCES), since: instantOut, reason: text, until: instantOut.nullable() })
      .nullable()
      .optional()
      .meta({ description: 'Left out of those whose rows the viewer does not see.' }),
  })
  .meta({ id: 'Agent' });

export const team = z.object({ id: z.string(), name: z.string() }).meta({ id: 'Team' });

export const site = z
  .object({ id: z.string(), name: z.string(), service: text, region: text, latitude: coordinate, longitude: coordinate })
  .meta({ id: 'Site' });
