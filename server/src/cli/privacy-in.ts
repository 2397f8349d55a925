/** Privacy on the stores of a command, once the workspace named is known to exist. */
import { createAudit } from '../audit/index.ts';
import { systemClock } from '../clock.ts';
import { createPrivacy, type Privacy } from '../privacy/index.ts';
import { createRedaction } from '../redaction/index.ts';
import type { Context } from './command.ts';
import { requireWorkspace } from './require-workspace.ts';

export async function privacyIn({ stores }: Pick<Context, 'stores'>, workspaceId: string | undefined): Promise<Privacy> {
  const { postgres, door } = await stores();
  await requireWorkspace(postgres, workspaceId);
  const clock = systemClock;
  return createPrivacy({ postgres, clock, door, audit: createAudit({ postgres, clock }), redaction: createRedaction({ postgres }) });
}
