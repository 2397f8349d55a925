/** Detection: hears every new ticket, and proposes an incident where what came is too much to be chance (docs/detection.md). */
import type { Who } from '../audit/index.ts';
import { saveSettings, settingsOf, type DetectionSettings } from './settings.ts';
import { createShow } from './show.ts';
import { createDetectionWatch, type WatchParts } from './watch.ts';

export { forgetHeard } from './tidy.ts';
export type DetectionFeature = ReturnType<typeof createDetectionFeature>;

export function createDetectionFeature(parts: WatchParts) {
  return {
    ...createShow(parts),
    settings: (workspaceId: string) => settingsOf(parts.postgres, workspaceId),
    save: (workspaceId: string, settings: DetectionSettings, who: Who) => saveSettings(parts, workspaceId, settings, who),
    watch: createDetectionWatch(parts),
  };
}
