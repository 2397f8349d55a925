/** The one answer of this place, in words: does anyone wait, how long, and is there someone to help. */
import { Age, formatCount } from '../../ui/index.ts';
import classes from './queue.module.css';
import { messages } from './messages.ts';
import type { Strip } from './strip.ts';

const words = messages.headline;

/** `whole` is the strip of everyone, where filters are set. */
export function Headline({ strip, whole }: { strip: Strip; whole: Strip | null }) {
  const free = strip.available === 0 ? words.nobodyFree : words.free(strip.available);
  return (
    <h1 className={classes['headline']}>
      {strip.waiting === 0 ? (
        <>
          {whole && whole.waiting > 0 ? words.calmHere(formatCount(whole.waiting)) : words.calm}
          <span className={classes['aside']}>{words.calmMore(formatCount(strip.handling))} ·</span>
        </>
      ) : (
        <>
          {whole
            ? words.waitingOf(whole.waiting, formatCount(strip.waiting), formatCount(whole.waiting))
            : words.waiting(strip.waiting, formatCount(strip.waiting))}
          , {words.longest}{' '}
          <span className={classes['longest']}>
            <Age since={strip.longestSince} />
          </span>
          {strip.critical > 0 && <span className={classes['critical']}>{words.critical(strip.critical)}</span>}
        </>
      )}
      <span className={classes['aside']} data-alarm={(strip.available === 0 && strip.waiting > 0) || undefined}>
        {free}
      </span>
    </h1>
  );
}
