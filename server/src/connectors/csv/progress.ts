/** How far an import is: a bar that redraws itself on a terminal, a line every few seconds elsewhere. Written to standard error. */
import type { WriteStream } from 'node:tty';
import type { ReadingProgress } from './open-file.ts';

export interface Progress {
  read(progress: ReadingProgress): void;
  sent(events: number): void;
  end(): void;
}

type Output = Pick<WriteStream, 'write'> & { readonly isTTY?: boolean };

const REDRAW_MS = 100;
const LINE_MS = 5_000;
const WIDTH = 30;

export function createProgress(output: Output, now: () => number): Progress {
  const startedAt = now();
  let share = 0;
  let events = 0;
  let drawnAt = Number.NEGATIVE_INFINITY;

  const text = () => {
    const seconds = Math.max((now() - startedAt) / 1000, 0.001);
    const rate = `${Math.round(events / seconds).toLocaleString('en')} events/s`;
    return `${Math.round(share * 100)} % read · ${events.toLocaleString('en')} events in · ${rate}`;
  };
  const draw = (always = false) => {
    if (!always && now() - drawnAt < (output.isTTY ? REDRAW_MS : LINE_MS)) return;
    drawnAt = now();
    if (!output.isTTY) return void output.write(`${text()}\n`);
    const full = Math.round(share * WIDTH);
    output.write(`\r\u001B[2K${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${text()}`);
  };
  return {
    read({ bytes, ofBytes }) {
      share = ofBytes === 0 ? 1 : Math.min(bytes / ofBytes, 1);
      draw();
    },
    sent(count) {
      events += count;
      draw();
    },
    end() {
      draw(true);
      if (output.isTTY) output.write('\n');
    },
  };
}
