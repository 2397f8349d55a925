/** Checks the stored folds against the log, the facts against tickets and log, the chain of the audit log, and the wall between workspaces. `--repair` makes what is wrong anew. */
import { workspaces } from '../accounts/index.ts';
import { checkAudit } from '../audit/index.ts';
import { checkStores, replay } from '../ingest/index.ts';
import { compareFacts } from '../store/analytics/index.ts';
import { wallFaults } from '../store/postgres/index.ts';
import { type Command, type Context, readArguments } from './command.ts';
import { requireWorkspace } from './require-workspace.ts';

const SHOWN = 20;

export const doctor: Command = {
  name: 'doctor',
  summary: 'Check tickets against the log, analytics against the tickets, the audit log, and the wall between workspaces',
  usage: 'doctor [--workspace ID] [--repair]\n\nEnds with 0 when all is well or was repaired, with 1 when something is wrong.',
  run: async (args, context) => {
    const { values } = readArguments(args, { workspace: { type: 'string' }, repair: { type: 'boolean', default: false } });
    await requireWorkspace((await context.stores()).postgres, values.workspace);
    const folds = await checkFolds(context, values.workspace, values.repair);
    const facts = await checkFacts(context, values.workspace, values.repair);
    const audit = await checkAudits(context, values.workspace);
    const wall = await checkWall(context);
    const ok = folds.ok && facts.ok && audit.ok && wall.ok;
    await context.print(JSON.stringify({ ok, folds, facts, audit, wall }, undefined, 2));
    return ok ? 0 : 1;
  },
};

async function checkFolds({ stores, say }: Context, workspaceId: string | undefined, repair: boolean) {
  const { postgres } = await stores();
  say('Checking tickets and directory against the event log …');
  let check = await checkStores(postgres, workspaceId);
  const wrong = check.findings.length;
  if (wrong > 0 && repair) {
    say(`${wrong} differ; rebuilding them from the log …`);
    await replay(postgres, { workspaceId });
    check = await checkStores(postgres, workspaceId);
  }
  return {
    ok: check.findings.length === 0,
    tickets: check.tickets,
    entries: check.entries,
    wrong,
    repaired: wrong > 0 && check.findings.length === 0,
    findings: check.findings.slice(0, SHOWN),
  };
}

async function checkFacts({ stores, say }: Context, workspaceId: string | undefined, repair: boolean) {
  const { postgres, analytics } = await stores();
  say('Checking analytics against the tickets …');
  const compare = (repairing: boolean) => compareFacts({ pool: postgres.pool, analytics, workspaceId, repair: repairing });
  const first = await compare(repair);
  // What was made anew is looked at again: only what agrees then was repaired.
  const left = first.repaired.length > 0 ? await compare(false) : first;
  return {
    ok: left.wrong === 0,
    tickets: left.tickets,
    agents: left.agents,
    wrong: first.wrong,
    repaired: first.wrong > 0 && left.wrong === 0,
    findings: left.differences.slice(0, SHOWN),
  };
}

/** What was changed in it cannot be made anew: it is found, and that is all. */
async function checkAudits({ stores, say }: Context, workspaceId: string | undefined) {
  const { postgres } = await stores();
  say('Following the chain of the audit log …');
  const ids = workspaceId === undefined ? (await workspaces(postgres)).map(({ id }) => id) : [workspaceId];
  const logs = await Promise.all(ids.map((id) => checkAudit(postgres.pool, id)));
  return {
    ok: logs.every(({ findings }) => findings.length === 0),
    logs: logs.map((one) => ({ ...one, findings: one.findings.slice(0, SHOWN) })),
  };
}

/** Not repaired: what is missing takes rights that this account may not have. */
async function checkWall({ stores, say }: Context) {
  say('Looking at the wall between workspaces …');
  const findings = await wallFaults((await stores()).postgres.pool);
  return { ok: findings.length === 0, findings };
}
