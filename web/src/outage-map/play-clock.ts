/**
 * The instant that the map shows. It moves sixty times a second while a day is played back, and then only the map is drawn anew; whoever shows words
 * hears of it a few times a second.
 */
export interface PlayClock {
  at(): number;
  isPlaying(): boolean;
  /** Seconds that pass in one. */
  speed(): number;
  seek(at: number): void;
  play(): void;
  pause(): void;
  setSpeed(speed: number): void;
  /** Between which it is played; at the end it stops. */
  setBounds(from: number, to: number): void;
  /** Of every frame. */
  onFrame(heard: () => void): () => void;
  /** Of changes for words: at most `WORDS_MS` apart while it plays. */
  subscribe(heard: () => void): () => void;
}

const WORDS_MS = 250;
/** Who wants less motion sees steps. */
const STEP_MS = 1_000;
/** A tab that was hidden does not leap ahead. */
const LONGEST_FRAME_MS = 250;

interface Timing {
  frame(next: (now: number) => void): number;
  cancel(id: number): void;
  isCalm(): boolean;
}

const BROWSER: Timing = {
  frame: (next) => requestAnimationFrame(next),
  cancel: (id) => cancelAnimationFrame(id),
  isCalm: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
};

export function createPlayClock(first: number, timing: Timing = BROWSER): PlayClock {
  const frames = new Set<() => void>();
  const words = new Set<() => void>();
  let [at, speed, from, to] = [first, 3_600, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let running: number | null = null;
  let [lastFrame, lastWords, owed] = [0, 0, 0];
  const tellFrames = () => frames.forEach((heard) => heard());
  const tellAll = () => {
    tellFrames();
    words.forEach((heard) => heard());
  };
  const pause = () => {
    if (running === null) return;
    timing.cancel(running);
    running = null;
    tellAll();
  };
  const step = (now: number) => {
    const passed = Math.min(LONGEST_FRAME_MS, now - lastFrame);
    lastFrame = now;
    owed += passed;
    running = timing.frame(step);
    if (timing.isCalm() && owed < STEP_MS) return;
    at = Math.min(to, at + owed * speed);
    owed = 0;
    if (at >= to) return pause();
    tellFrames();
    if (now - lastWords < WORDS_MS) return;
    lastWords = now;
    words.forEach((heard) => heard());
  };
  return {
    at: () => at,
    isPlaying: () => running !== null,
    speed: () => speed,
    seek(next) {
      at = Math.max(from, Math.min(to, next));
      tellAll();
    },
    play() {
      if (running !== null) return;
      if (at >= to) at = from;
      owed = 0;
      running = timing.frame((now) => {
        lastFrame = now;
        step(now);
      });
      tellAll();
    },
    pause,
    setSpeed(next) {
      speed = next;
      tellAll();
    },
    setBounds(nextFrom, nextTo) {
      [from, to] = [nextFrom, nextTo];
    },
    onFrame(heard) {
      frames.add(heard);
      return () => void frames.delete(heard);
    },
    subscribe(heard) {
      words.add(heard);
      return () => void words.delete(heard);
    },
  };
}
