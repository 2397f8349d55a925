/** What became of an event at the door: a value, not an exception. */
export type Outcome =
  /** Durable, folded, visible. */
  | { readonly id: string; readonly outcome: 'accepted' }
  /** Known already by its source and id; nothing changed. */
  | { readonly id: string; readonly outcome: 'duplicate' }
  /** Durable, and folded as soon as what it refers to arrives. */
  | { readonly id: string; readonly outcome: 'parked'; readonly reason: string }
  /** Not stored: the field and what it should be. */
  | { readonly id: string | null; readonly outcome: 'rejected'; readonly field: string; readonly reason: string };
