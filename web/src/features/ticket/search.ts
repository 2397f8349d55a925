/** Which moment of its story a link to a ticket means, as it stands in the URL. */
export interface StorySearch {
  /** ISO 8601. */
  at?: string;
}

/** What cannot be understood is left out. */
export function readStorySearch({ at }: Record<string, unknown>): StorySearch {
  const ms = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  return Number.isNaN(ms) ? {} : { at: new Date(ms).toISOString() };
}
