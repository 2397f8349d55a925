/** The live connection inside React: made when someone steps in, ended when they leave. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { ClockContext } from '../ui/clock.ts';
import { applyChanges } from './apply-change.ts';
import { createLive, type Line, type LineEvents, type Live, type LiveState } from './connection.ts';
import type { Change } from './protocol.ts';
import { createRecent, type Recent } from './recent.ts';

type Listener = (changes: readonly Change[]) => void;

export interface LiveHub {
  live: Live;
  listeners: Set<Listener>;
  recent: Recent;
}

const LiveContext = createContext<LiveHub | null>(null);

const streamAddress = (workspace: string): string => {
  const address = new URL('/api/v1/stream', window.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  address.searchParams.set('workspace', workspace);
  return address.href;
};

function openSocket(workspace: string, events: LineEvents): Line {
  const socket = new WebSocket(streamAddress(workspace));
  socket.addEventListener('open', events.opened);
  socket.addEventListener('close', ({ code }) => events.closed(code));
  socket.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') for (const message of data.split('\n')) events.heard(message); // a frame may hold several, one per line
  });
  return socket;
}

/** A question that is not answered in so long will not be. */
const HEALTH_MS = 5_000;

function useHub(workspace: string): LiveHub {
  const client = useQueryClient();
  const clock = use(ClockContext);
  const [hub] = useState<LiveHub>(() => {
    const listeners = new Set<Listener>();
    const recent = createRecent();
    const live = createLive({
      open: (events) => openSocket(workspace, events),
      onChanges: (changes) => {
        recent.add(changes);
        applyChanges(client, changes);
        for (const listener of listeners) listener(changes);
      },
      onStale: () =>
        void client.invalidateQueries({
          predicate: ({ queryKey, meta }) =>
            queryKey[0] !== 'session' && queryKey[0] !== 'personas' && !(meta?.['isLive'] && live.state() === 'live'),
        }),
      onConnected: () => void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' }),
      isReached: () =>
        fetch('/api/v1/health', { signal: AbortSignal.timeout(HEALTH_MS) }).then(
          () => true,
          () => false,
        ),
      onRefused: () => void client.invalidateQueries({ queryKey: ['session'] }),
      onTime: (at) => clock.correct(at),
      now: Date.now,
      random: Math.random,
    });
    return { live, listeners, recent };
  });
  return hub;
}

/** Everything inside sees changes as they happen. Give it the workspace as `key`, so that another one begins anew. */
export function LiveProvider({ workspace, children }: { workspace: string; children: ReactNode }) {
  const hub = useHub(workspace);
  useEffect(() => hub.live.start(), [hub]);
  return <LiveContext value={hub}>{children}</LiveContext>;
}

/** For the hooks of this folder. */
export function useLive(): LiveHub {
  const hub = use(LiveContext);
  if (!hub) throw new Error('no live connection around this part');
  return hub;
}

/** Whether changes arrive as they happen, every 30 seconds, or not yet. */
export function useLiveState(): LiveState {
  const { live } = useLive();
  return useSyncExternalStore(live.subscribe, live.state);
}

/** When the server was last heard, by the browser's clock. */
export function useHeardAt(): () => number | null {
  return useLive().live.heardAt;
}

/** Follows topics (`queue`, `tickets`, `ticket:<id>`) while the component is on the screen. */
export function useTopics(...topics: readonly string[]): void {
  const { live } = useLive();
  const key = topics.join('\n');
  useEffect(() => {
    const ends = key.split('\n').map((topic) => live.want(topic));
    return () => {
      for (const end of ends) end();
    };
  }, [live, key]);
}

/** Calls back with what changed, at most seven times a second. Pass a function that does not change between renderings. */
export function useChanges(listener: Listener): void {
  const { listeners } = useLive();
  useEffect(() => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listeners, listener]);
}

/** How long a snapshot waits for the connection before it is asked for without. */
const PATIENCE_MS = 1_500;

/**
 * Reads a snapshot of a topic so that nothing falls between it and the changes: it is asked for once changes arrive,
 * and those that arrived while it was on its way are laid over it.
 */
export function useSnapshot() {
  const { live, recent } = useLive();
  return useCallback(
    async <T extends { number: string }>(
      topic: string,
      read: () => Promise<T>,
      lay: (snapshot: T, changes: readonly Change[]) => T,
    ): Promise<T> => {
      await live.following(topic, PATIENCE_MS);
      const snapshot = await read();
      return lay(snapshot, recent.after(snapshot.number));
    },
    [live, recent],
  );
}
