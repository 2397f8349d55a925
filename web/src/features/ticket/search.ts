/** Which moment of its story a link to a ticket means, as it stands in the URL. */
export interface StorySearch {
  /** ISO 8601. */
  at?: string;
  /** The very event, as its source, a space and its id; of several of the same instant `at` alone means the first. */
  event?: string;
}

/** What cannot be understood is left out. */
export function readStorySearch({ at, event }: Record<string, unknown>): StorySearch {
  const ms = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(ms)) return {};
  return { at: new Date(ms).toISOString(), ...(typeof event === 'string' && { event }) };
}
