/**
 * Who may be tried now, so that receivers who hang hold up nobody else. A channel that was not reached rests, the longer the more often in a row, and is tried by
 * one message at a time until it answers. Channels that have not answered yet have a part of the places, and those that were not reached a small one, so that one
 * that answers never waits for them; a workspace has a share of each, and whichever was served longest ago comes first. Known to this process alone: another, or the
 * next, finds out by one try for each channel.
 */
import type { Claimed, Turn } from './rows.ts';

export interface Places {
  /** So many are tried at once by a process; so many of them of one workspace, and through one channel. */
  readonly atOnce: number;
  readonly perWorkspace?: number;
  readonly perChannel?: number;
}

/** What a try showed of its channel: whether it answers; null where that was not found out. */
export type Reached = boolean | null;

const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 300_000;
/** Beyond so many the one that was heard of longest ago is forgotten, and found out again. */
const MOST_KNOWN = 10_000;
const MOST_SERVED = 500;

interface Silent {
  readonly workspace: string;
  readonly times: number;
  readonly until: number;
}

export function createTurns({ atOnce, perWorkspace = atOnce, perChannel = atOnce }: Places) {
  const inHand = new Set<Claimed>();
  const proven = new Map<string, true>();
  const silent = new Map<string, Silent>();
  const served = new Map<string, true>();
  const part = (share: number, of: number) => Math.max(1, Math.floor(share * of));

  const through = (test: (channel: string) => boolean) => [...inHand].filter(({ channel }) => channel !== null && test(channel));
  const isUnproven = (channel: string) => !proven.has(channel);

  /** Workspaces of which so many are in hand. */
  const fullOf = (some: readonly Claimed[], most: number): string[] =>
    [...Map.groupBy(some, ({ workspaceId }) => workspaceId ?? '')].flatMap(([id, own]) => (own.length >= most ? [id] : []));

  function restingAt(now: number): string[] {
    const tried = through((channel) => silent.has(channel));
    const isFull = tried.length >= part(0.25, atOnce);
    const full = fullOf(tried, part(0.25, perWorkspace));
    return [...silent].flatMap(([channel, { workspace, until }]) => (isFull || until > now || full.includes(workspace) ? [channel] : []));
  }

  function busy(): string[] {
    const counts = Map.groupBy(
      through(() => true),
      ({ channel }) => channel!,
    );
    return [...counts].flatMap(([channel, own]) => (own.length >= (isUnproven(channel) ? 1 : perChannel) ? [channel] : []));
  }

  return {
    isFull: (): boolean => inHand.size >= atOnce,

    next(now: number): Turn {
      const untold = through(isUnproven);
      const isFull = untold.length >= part(0.75, atOnce);
      const unproven = fullOf(untold, part(0.75, perWorkspace));
      return {
        channels: [...busy(), ...restingAt(now)],
        workspaces: fullOf([...inHand], perWorkspace),
        unproven: isFull ? null : unproven,
        proven: isFull || unproven.length > 0 ? [...proven.keys()] : [],
        served: [...served.keys()],
      };
    },

    began(claimed: Claimed): void {
      inHand.add(claimed);
      remember(served, claimed.workspaceId ?? '', true, MOST_SERVED);
    },

    ended(claimed: Claimed, reached: Reached, now: number): void {
      inHand.delete(claimed);
      const { channel, workspaceId } = claimed;
      if (channel === null || reached === null) return;
      if (reached) {
        silent.delete(channel);
        return remember(proven, channel, true, MOST_KNOWN);
      }
      proven.delete(channel);
      const times = silent.get(channel)?.times ?? 0;
      remember(
        silent,
        channel,
        { workspace: workspaceId ?? '', times: times + 1, until: now + Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** times) },
        MOST_KNOWN,
      );
    },
  };
}

/** As what was heard of last. */
function remember<T>(known: Map<string, T>, name: string, what: T, most: number): void {
  known.delete(name);
  known.set(name, what);
  if (known.size > most) known.delete(known.keys().next().value!);
}
