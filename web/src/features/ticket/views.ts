/** The views of a ticket's story, in the order in which one goes through them. */
import type { View } from './timeline.ts';

export const VIEWS: readonly View[] = ['all', 'messages', 'events'];
