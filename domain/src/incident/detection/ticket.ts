/** What detection hears of a new ticket. */

export interface HeardTicket {
  readonly id: string;
  /** The instant of its creation, in milliseconds since 1970. */
  readonly at: number;
  /** The region of the service's site, or where it has none, the customer's. */
  readonly region: string | null;
  readonly site: string | null;
  readonly category: string | null;
  readonly product: string | null;
  readonly customer: string | null;
  /** Of the subject, as `wordsOf` gives them. */
  readonly words: readonly string[];
}
