/** Dashboards as callers see and say them. */
import { dashboardSpec } from '@watchdesk/domain/dashboard';
import { z } from 'zod';
import { instantOut } from './basics.ts';
import { baseVersion } from './versions.ts';

export const dashboard = z
  .object({
    id: z.string(),
    kind: z.enum(['standard', 'own']).meta({ description: 'A standard one is the same everywhere and is not changed.' }),
    isMine: z.boolean().meta({ description: 'Whether the caller may change it.' }),
    shared: z.boolean().meta({ description: 'Whether everybody of the workspace sees it.' }),
    owner: z.string().nullable().meta({ description: 'Who made it; null of a standard one.' }),
    version: z.int().nullable(),
    savedAt: instantOut.nullable(),
    savedBy: z.string().nullable(),
    spec: dashboardSpec,
  })
  .meta({ id: 'Dashboard' });

export const dashboards = z.object({ dashboards: z.array(dashboard) });

export const dashboardHistory = z.object({
  versions: z.array(z.object({ version: z.int(), savedAt: instantOut, savedBy: z.string(), spec: dashboardSpec })),
});

export const dashboardDraft = z.strictObject({ spec: dashboardSpec, shared: z.boolean().optional() });
export const dashboardSave = z.strictObject({ spec: dashboardSpec, baseVersion });
export const sharingIn = z.strictObject({ shared: z.boolean() });
export const restoreIn = z.strictObject({ version: z.int().min(1, 'must be at least 1'), baseVersion });
