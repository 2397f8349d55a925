/** The map in its box: fetched when it is first shown, drawn by the clock, with buttons for who has no wheel. */
import { ActionIcon, useComputedColorScheme } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { SEVERITIES } from '@watchdesk/domain/event';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Extent, HeatPoint, Look, MapView } from './map-view.ts';
import { words } from './messages.ts';
import classes from './outage-map.module.css';
import type { PlayClock } from './play-clock.ts';
import type { Scene } from './scene.ts';
import { tokenOf } from './shapes.ts';

interface MapCanvasProps {
  scene: Scene | null;
  clock: PlayClock;
  heat?: readonly HeatPoint[] | undefined;
  /** What is in sight at first, and when it changes by its key. */
  extent: readonly (readonly [longitude: number, latitude: number])[];
  extentKey: string;
  /** Without it the map is a picture that does not move. */
  onPick?: ((ids: readonly string[] | null) => void) | undefined;
  /** Heard with what is in sight when it has come to rest. */
  onRest?: ((inSight: Extent) => void) | undefined;
  /** In words, what it shows. */
  label?: string | undefined;
}

const NO_HEAT: readonly HeatPoint[] = [];

function lookOf(scheme: 'light' | 'dark'): Look {
  const styles = getComputedStyle(document.documentElement);
  const token = (name: string) => styles.getPropertyValue(name).trim();
  const isDark = scheme === 'dark';
  return {
    palette: {
      text: token('--text'),
      muted: token('--muted'),
      panel: token('--panel'),
      action: token('--action'),
      warmth: isDark ? '120 175 255' : '40 95 200',
      onMark: token('--on-mark'),
      severities: Object.fromEntries(SEVERITIES.map((one) => [one, token(tokenOf(one))])) as Look['palette']['severities'],
    },
    sea: isDark ? '#121a24' : '#dfe9f2',
    land: isDark ? '#243040' : '#f8f9fa',
    border: isDark ? '#4a5a6d' : '#b9c6d3',
  };
}

export function MapCanvas({ scene, clock, heat = NO_HEAT, extent, extentKey, onPick, onRest, label = words.label }: MapCanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<MapView | 'impossible' | null>(null);
  const [painted, setPainted] = useState<number | null>(null);
  const scheme = useComputedColorScheme('light');
  const isStill = onPick === undefined;
  const pick = useEffectEvent((ids: readonly string[] | null) => onPick?.(ids));
  const rested = useEffectEvent((inSight: Extent) => onRest?.(inSight));
  const looked = useEffectEvent(() => lookOf(scheme));
  const wanted = useEffectEvent(() => extent);

  useEffect(() => {
    let made: MapView | null = null;
    let isGone = false;
    void import('./map-view.ts')
      .then(({ createMapView }) => {
        if (isGone || !box.current) return;
        made = createMapView(
          box.current,
          looked(),
          isStill ? null : { pick: (ids) => pick(ids), rested: (inSight) => rested(inSight) },
          wanted(),
        );
        setView(made);
        void made.painted.then((ms) => isGone || setPainted(ms));
      })
      .catch(() => isGone || setView('impossible'));
    return () => {
      isGone = true;
      made?.remove();
    };
  }, [isStill]);

  const ready = view === 'impossible' ? null : view;
  useEffect(() => (scene ? ready?.setScene(scene) : undefined), [ready, scene]);
  useEffect(() => ready?.setHeat(heat), [ready, heat]);
  useEffect(() => ready?.setLook(lookOf(scheme)), [ready, scheme]);
  useEffect(() => (ready ? clock.onFrame(ready.draw) : undefined), [ready, clock]);
  /** What is in sight is chosen anew with the day, and not with every outage that is told of: `of` only says when. */
  const fit = useEffectEvent((on: MapView | null, of: string) => of !== '' && on?.fit(extent));
  useEffect(() => void fit(ready, extentKey), [ready, extentKey]);

  if (view === 'impossible') return <p className={classes['impossible']}>{words.cannotDraw}</p>;
  return (
    <div className={classes['map']} data-painted={painted === null ? undefined : Math.round(painted)}>
      <div ref={box} className={classes['box']} role="img" aria-label={label} aria-busy={painted === null} />
      {!isStill && (
        <div className={classes['zoom']}>
          <ActionIcon variant="default" size={30} aria-label={words.zoomIn} onClick={() => ready?.zoom(1)}>
            <IconPlus size={16} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon variant="default" size={30} aria-label={words.zoomOut} onClick={() => ready?.zoom(-1)}>
            <IconMinus size={16} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon variant="default" size={30} aria-label={words.fit} onClick={() => ready?.fit(extent)}>
            <IconFocusCentered size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      )}
    </div>
  );
}
