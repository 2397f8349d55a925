/** What was known of a ticket's customer when the ticket was created, which no event of the ticket says. */
import type { Lifecycle, Tenure } from './tenure.ts';

/** What was known of a ticket's organisation and customer when it was created. */
export interface Standing {
  /** The ticket's own, else its requester's. */
  readonly organisation: string | null;
  readonly customerTier: string | null;
  readonly plan: string | null;
  readonly mrr: number | null;
  readonly currency: string | null;
  readonly country: string | null;
  readonly region: string | null;
  /** The web or mail domain of the organisation. */
  readonly domain: string | null;
  /** For how long the organisation had been a customer, and the requester. */
  readonly tenure: Tenure | null;
  readonly lifecycle: Lifecycle | null;
  /** Of the site of the service that is affected. */
  readonly serviceRegion: string | null;
}

/** Of whom nothing was known. */
export const UNKNOWN_STANDING: Standing = {
  organisation: null,
  customerTier: null,
  plan: null,
  mrr: null,
  currency: null,
  country: null,
  region: null,
  domain: null,
  tenure: null,
  lifecycle: null,
  serviceRegion: null,
};
