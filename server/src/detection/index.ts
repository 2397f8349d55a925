/** Detection: hears every new ticket, and proposes an incident where what came is too much to be chance (docs/detection.md). */
import type { Who } from '../audit/index.ts';
import { forgetLearned, learnedOf } from './learned.ts';
import { saveSettings, settingsOf, type DetectionSettings } from './settings.ts';
import { createShow } from './show.ts';
import { createDetectionWatch, type WatchParts } from './watch.ts';

export { forgetHeard } from './tidy.ts';
export type DetectionFeature = ReturnType<typeof createDetectionFeature>;

export function createDetectionFeature(parts: WatchParts) {
  return {
    ...createShow(parts),
    settings: async (workspaceId: string) => ({
      ...(await settingsOf(parts.postgres, workspaceId)),
      ...(await learnedOf(parts.postgres, workspaceId)),
    }),
    save: (workspaceId: string, settings: DetectionSettings, who: Who) => saveSettings(parts, workspaceId, settings, who),
    forgetLearned: (workspaceId: string, key: string | undefined, who: Who) => forgetLearned(parts, workspaceId, key, who),
    watch: createDetectionWatch(parts),
  };
}
