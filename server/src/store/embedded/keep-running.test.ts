import pino from 'pino';
import { expect, test, vi } from 'vitest';
import { keepRunning } from './keep-running.ts';

const log = pino({ level: 'silent' });

/** An engine whose death the test decides. */
function mortal() {
  const stop = vi.fn(async () => {});
  const { promise: died, resolve: die } = Promise.withResolvers<Error>();
  return { died, stop, die: () => die(new Error('killed')) };
}

test('a dead engine is started again, also when the first attempts fail', async () => {
  const [first, second] = [mortal(), mortal()];
  const start = vi
    .fn()
    .mockResolvedValueOnce(first)
    .mockRejectedValueOnce(new Error('port taken'))
    .mockRejectedValueOnce(new Error('port taken'))
    .mockResolvedValue(second);
  const kept = keepRunning({ name: 'Engine', start, log, pauseMs: 20 });
  expect(kept.state()).toBe('starting');
  await kept.ready;
  await vi.waitFor(() => expect(kept.state()).toBe('running'));
  first.die();
  await vi.waitFor(() => expect(kept.state()).toBe('restarting'), { interval: 1 });
  await vi.waitFor(() => expect(kept.state()).toBe('running'));
  expect(start).toHaveBeenCalledTimes(4);
  await kept.stop();
  expect(second.stop).toHaveBeenCalledOnce();
});

test('one that dies again and again is started less and less often', async () => {
  const start = vi.fn(async () => {
    const engine = mortal();
    engine.die();
    return engine;
  });
  const kept = keepRunning({ name: 'Engine', start, log, pauseMs: 40, longestPauseMs: 80 });
  await new Promise((wait) => setTimeout(wait, 400));
  await kept.stop();
  // At once, then after 40, 80, 80 … milliseconds.
  expect(start.mock.calls.length).toBeGreaterThanOrEqual(4);
  expect(start.mock.calls.length).toBeLessThanOrEqual(8);
});

test('a failure of the very first start is reported, not retried', async () => {
  const start = vi.fn().mockRejectedValue(new Error('no engine for this platform'));
  const kept = keepRunning({ name: 'Engine', start, log });
  await expect(kept.ready).rejects.toThrow('no engine for this platform');
  await kept.stop();
  expect(start).toHaveBeenCalledOnce();
});

test('stopping during a pause ends the pause', async () => {
  const engine = mortal();
  const start = vi.fn().mockResolvedValueOnce(engine).mockRejectedValue(new Error('no'));
  const kept = keepRunning({ name: 'Engine', start, log, pauseMs: 60_000, longestPauseMs: 60_000 });
  await kept.ready;
  engine.die();
  await vi.waitFor(() => expect(kept.state()).toBe('restarting'), { interval: 1 });
  await kept.stop();
  expect(engine.stop).not.toHaveBeenCalled();
});
