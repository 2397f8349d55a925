/** Ctrl-C asks a command to end where it can do so without harm; a second one ends it at once. */

const INTERRUPTED = 130;
/** A terminal and npm may both deliver one Ctrl-C; what follows within a moment is the same one. */
const SAME_MS = 500;

/** Aborts `ending` on a signal, and when start.mjs, which holds a channel to us, is gone however that happened. */
export function listenForSignals(ending: AbortController): void {
  let last = -SAME_MS;
  const end = () => {
    if (performance.now() - last < SAME_MS) return;
    last = performance.now();
    if (ending.signal.aborted) process.exit(INTERRUPTED);
    ending.abort();
  };
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(event, end);
  process.channel?.unref(); // listening to it would keep a finished command from ending
}
