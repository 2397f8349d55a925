/** Explorations as callers see and say them. */
import { explorationSpec } from '@watchdesk/domain/exploration';
import { z } from 'zod';
import { instantOut } from './basics.ts';

export const exploration = z
  .object({
    id: z.string(),
    isMine: z.boolean().meta({ description: 'Whether the caller may change it.' }),
    shared: z.boolean().meta({ description: 'Whether everybody of the workspace sees it.' }),
    savedBy: z.string(),
    savedAt: instantOut,
    spec: explorationSpec,
  })
  .meta({ id: 'Exploration' });

export const explorations = z.object({ explorations: z.array(exploration) });

export const explorationDraft = z.strictObject({ spec: explorationSpec, shared: z.boolean().optional() });
export const explorationSave = z.strictObject({ spec: explorationSpec });
export const explorationSharing = z.strictObject({ shared: z.boolean() });
