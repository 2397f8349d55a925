/** What an outage would do to the desk: played through many times on what was learnt of the workspace (docs/outage-simulation.md). */
import { randomUUID } from 'node:crypto';
import type { SimulationSpec } from '@watchdesk/domain/outage-simulation';
import type { ViewScope } from '../accounts/index.ts';
import type { Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import type { Incidents } from '../incidents/index.ts';
import { createBaselines } from './baselines.ts';
import type { LearnParts } from './learn.ts';
import { createNotes } from './notes.ts';
import { addKept, keptSimulation, keptSimulations, type KeptRecord, removeKept, renameKept } from './records.ts';
import { regionsOf } from './regions.ts';
import { replayOf } from './replay.ts';
import { type Outcome, simulate } from './simulate.ts';

/** Who plays: of which workspace, what they may see, and the name under which they keep. */
export interface Player {
  readonly workspaceId: string;
  readonly owner: string;
  readonly name: string;
  readonly who: Who;
  readonly scope: ViewScope;
}

interface SimulationParts extends LearnParts {
  readonly clock: Clock;
  readonly incidents: Pick<Incidents, 'told'>;
}

export type OutageSimulations = ReturnType<typeof createOutageSimulations>;

const MOST_KEPT = 100;
/** Each keeps a processor busy. */
const MOST_AT_ONCE = 2;
const COME_AGAIN_SECONDS = 10;
/** Answers that nobody has kept yet, of all people together. */
const MOST_REMEMBERED = 40;

interface Remembered {
  readonly workspaceId: string;
  readonly spec: SimulationSpec;
  readonly result: Outcome;
  readonly madeAt: Date;
}

export function createOutageSimulations(parts: SimulationParts) {
  const { postgres, clock } = parts;
  const { pool } = postgres;
  const notes = createNotes(parts);
  const stopping = new AbortController();
  const baselines = createBaselines(parts, stopping.signal);
  /** By who plays: how far it has come. */
  const running = new Map<string, { done: number; readonly of: number }>();
  const remembered = new Map<string, Remembered>();

  const remember = (id: string, one: Remembered): void => {
    remembered.set(id, one);
    if (remembered.size > MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
  };

  const find = async ({ workspaceId, owner }: Player, id: string) => {
    const kept = await keptSimulation(pool, workspaceId, id);
    if (kept) return { ...keptView(kept, owner), result: kept.result };
    const fresh = remembered.get(id);
    if (fresh?.workspaceId !== workspaceId) throw noSuchSimulation(id);
    return { id, name: null, isMine: true, savedBy: null, savedAt: fresh.madeAt.toISOString(), spec: fresh.spec, result: fresh.result };
  };

  return {
    /** What was learnt, and how well weeks without an outage come out like those of the past. */
    async baseline(player: Player) {
      refuseParts(player);
      const [known, regions] = await Promise.all([baselines.of(player.workspaceId), regionsOf(postgres, player.workspaceId)]);
      const { baseline, channels, all, weeks, fitted, services, timeZone, workFrom } = known;
      const perWeek = (actual: (typeof baseline)['actual']) => ({
        tickets: actual.tickets / weeks.count,
        meanWait: actual.meanWait,
        medianWait: actual.medianWait,
      });
      return {
        from: new Date(weeks.from).toISOString(),
        to: new Date(weeks.to).toISOString(),
        weeks: weeks.count,
        learntAt: new Date(known.learntAt).toISOString(),
        timeZone,
        staffFrom: baseline.staffFrom,
        workFrom,
        efficiency: fitted.efficiency,
        agentsAtWork: baseline.staff.flat().reduce((sum, one) => sum + one, 0) / baseline.staff.flat().length,
        satisfaction: baseline.satisfaction,
        all: { actual: perWeek(baseline.actual), simulated: comparable(all) },
        channels: baseline.channels.map(({ channel, actual, personShare, patience }, place) => ({
          channel,
          personShare,
          patience,
          actual: perWeek(actual),
          simulated: comparable(channels[place]!),
        })),
        services: [...services],
        regions,
      };
    },

    /** Plays it through and gives the answer, which stays at hand for a while under its id. One at a time for each who asks; `signal` ends it. */
    async run(player: Player, spec: SimulationSpec, signal: AbortSignal) {
      refuseParts(player);
      const key = JSON.stringify([player.workspaceId, player.owner]);
      if (running.has(key)) throw new Refusal('in_progress', 'Your last simulation still runs; wait for it, or end it.');
      if (running.size >= MOST_AT_ONCE)
        throw new Refusal('rate_limited', 'Other simulations are running. Try again shortly.', { retryAfterSeconds: COME_AGAIN_SECONDS });
      const progress = { done: 0, of: spec.runs };
      running.set(key, progress);
      const id = randomUUID();
      const note = notes.playing(player, id, spec);
      const either = AbortSignal.any([signal, stopping.signal]);
      try {
        const known = await baselines.of(player.workspaceId);
        const onDone = (done: number) => (progress.done = done);
        const result = await simulate(postgres, player.workspaceId, known, spec, either, { onBegin: note.begins, onDone });
        await note.ends('answered', spec.runs);
        remember(id, { workspaceId: player.workspaceId, spec, result, madeAt: new Date(clock.now()) });
        return await find(player, id);
      } catch (error) {
        await note.ends(either.aborted ? 'stopped' : 'failed', progress.done);
        throw error;
      } finally {
        running.delete(key);
      }
    },

    /** How far the caller's own has come; null where none runs. */
    running: ({ workspaceId, owner }: Pick<Player, 'workspaceId' | 'owner'>) => running.get(JSON.stringify([workspaceId, owner])) ?? null,

    async list(player: Player) {
      refuseParts(player);
      return (await keptSimulations(pool, player.workspaceId)).map((one) => keptView(one, player.owner));
    },

    async get(player: Player, id: string) {
      refuseParts(player);
      return find(player, id);
    },

    /** Keeps one that was played, or gives a kept one of one's own another name. */
    async keep(player: Player, id: string, name: string) {
      refuseParts(player);
      const { workspaceId, owner } = player;
      if (
        await notes.noted(player, { action: 'outage_simulation.kept', id, name }, (client) =>
          renameKept(client, workspaceId, owner, id, name),
        )
      )
        return find(player, id);
      const { savedBy, spec, result, name: kept } = await find(player, id);
      if (kept !== null) throw new Refusal('forbidden', `This simulation belongs to ${savedBy}.`);
      const record = { id, name, owner, savedBy: player.name, savedAt: new Date(clock.now()), spec, result };
      if (
        !(await notes.noted(player, { action: 'outage_simulation.kept', id, name }, (client) =>
          addKept(client, workspaceId, record, MOST_KEPT),
        ))
      )
        throw new Refusal('not_possible', `${MOST_KEPT} simulations are kept; remove one that nobody needs first.`);
      return find(player, id);
    },

    async remove(player: Player, id: string): Promise<void> {
      refuseParts(player);
      const { savedBy, name } = await find(player, id);
      const { workspaceId, owner } = player;
      if (
        await notes.noted(player, { action: 'outage_simulation.removed', id, name }, (client) => removeKept(client, workspaceId, owner, id))
      )
        return;
      throw new Refusal('forbidden', savedBy === null ? 'It is not kept.' : `This simulation belongs to ${savedBy}.`);
    },

    /** A past incident as a question, beside what really happened. */
    async replay(player: Player, incident: string) {
      refuseParts(player);
      await parts.incidents.told(player.workspaceId, incident);
      return replayOf(parts, parts.incidents, player.workspaceId, incident, await baselines.of(player.workspaceId), clock.now());
    },

    stop: () => stopping.abort(),
  };
}

/** It is of the whole centre; whoever may sum up a part of it alone would learn of the rest. */
function refuseParts({ scope }: Player): void {
  if (scope.aggregate.to !== 'all')
    throw new Refusal('forbidden', 'A simulation is of the whole centre, and your role sees the figures of a part of it.');
}

const comparable = ({ tickets, meanWait, medianWait }: { tickets: number; meanWait: number | null; medianWait: number | null }) => ({
  tickets,
  meanWait,
  medianWait,
});

const keptView = ({ id, name, owner: keeper, savedBy, savedAt, spec }: KeptRecord, owner: string) => ({
  id,
  name,
  isMine: keeper === owner,
  savedBy,
  savedAt: savedAt.toISOString(),
  spec,
});

const noSuchSimulation = (id: string) =>
  new Refusal('not_found', `There is no simulation ${JSON.stringify(id)}; one that nobody kept is gone after a while.`);
