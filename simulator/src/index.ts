/**
 * A seeded contact centre. Pure: no clock, no chance but the seed's, no input or output.
 *
 *   const centre = createContactCentre({ seed: 7, startAt });
 *   centre.directory();                                  // people and places, once
 *   for (const day of centre.history({ to: now })) …     // ninety days, newest first
 *   setInterval(() => centre.advance(Date.now()), 1000); // and on it goes; faster by advancing faster
 *
 * After a restart: the same seed, start and `liveFrom` (where the history ended), the calls about people repeated,
 * `skip(to the last event known)`, then `advance`. Sources send these events as 'demo'.
 */
export { type CentreOptions, type ContactCentre, createContactCentre } from './centre.ts';
export { type Outage, type Service, SERVICES } from './outages/outage.ts';
export { plannedOutages } from './outages/plan.ts';
export { regionCentres, type SiteOutage, siteOutages } from './outages/site-outages.ts';
export type { Struck } from './outages/strike.ts';
export { crewOf } from './outages/crew.ts';
export { type Wave, type WaveMessage, type WaveOptions, waveOf } from './outages/wave.ts';
export { type Persona, PERSONAS } from './people/personas.ts';
export { DEFAULT_SIZE, type Size } from './size.ts';

/** Rises when the same seed begins to give other events: a demonstration made by another model is to be made anew. */
export const MODEL_VERSION = 3;
