/** Time as it passes and instants as they were; each says its full meaning on hover. */
import { createContext, use, type CSSProperties } from 'react';
import { useTicking } from './clock.ts';
import { formatBusinessDuration, formatDuration, NONE } from './format.ts';
import { formatFullInstant, formatInstant, formatRelative, millisecondsOf, type InstantLike } from './instant.ts';

/** The IANA zone in which instants are shown, where a part does not say another; the browser's own outside of the frame. */
export const TimeZoneContext = createContext<string | undefined>(undefined);

const STEADY: CSSProperties = { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' };

const isoOf = (at: InstantLike): string | undefined => {
  const ms = millisecondsOf(at);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
};

/** How long it has been since an instant, ticking: `4 m 12 s`. Never below zero, whatever the clocks say. */
export function Age({ since }: { since: InstantLike }) {
  const zone = use(TimeZoneContext);
  const words = useTicking((now) => {
    const ms = millisecondsOf(since);
    return Number.isNaN(ms) ? NONE : formatDuration(Math.max(0, (now - ms) / 1000));
  });
  return (
    <time dateTime={isoOf(since)} title={formatFullInstant(since, zone)} style={STEADY}>
      {words}
    </time>
  );
}

/** An instant by how far away it is, ticking: `8 m 04 s ago`, `in 12 m 00 s`. */
export function Relative({ at }: { at: InstantLike }) {
  const zone = use(TimeZoneContext);
  const words = useTicking((now) => formatRelative(at, now));
  return (
    <time dateTime={isoOf(at)} title={formatFullInstant(at, zone)} style={STEADY}>
      {words}
    </time>
  );
}

/** An instant in the viewer's zone: `09:30` today, `22 Nov, 09:30` before; in the zone given when there is one. */
export function Instant({ at, timeZone }: { at: InstantLike; timeZone?: string }) {
  const viewing = use(TimeZoneContext);
  const zone = timeZone ?? viewing;
  const words = useTicking((now) => formatInstant(at, now, zone));
  return (
    <time dateTime={isoOf(at)} title={formatFullInstant(at, zone)} style={STEADY}>
      {words}
    </time>
  );
}

/** A length of time that does not move any more. `why` says on hover why there is none. */
export function Duration({ seconds, business = false, why }: { seconds: number | null | undefined; business?: boolean; why?: string }) {
  return (
    <span style={STEADY} title={seconds === null || seconds === undefined ? why : undefined}>
      {business ? formatBusinessDuration(seconds) : formatDuration(seconds)}
    </span>
  );
}
