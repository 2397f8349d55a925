/**
 * A drawing on a canvas. Made once and then only told what changed, so that nothing is drawn anew from zero. For the
 * keyboard and a screen reader it is a slider over its points: the arrow keys move, each point is said, Enter goes into it.
 */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Drawing } from './drawing.ts';
import { init, type ECharts } from './echarts.ts';
import { messages } from './messages.ts';
import classes from './TimePlot.module.css';

interface PlotProps {
  drawing: Drawing;
  /** What it shows, for whoever does not see it. */
  label: string;
  height: number;
  /** As high as the room it is in, and no lower than its height. */
  fills?: boolean | undefined;
  /** Goes into a point: which series by its id, and the place of the point in it. */
  onPick?: ((series: string | undefined, index: number) => void) | undefined;
}

function useCanvas(onPick: PlotProps['onPick'], firstLink: number) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<ECharts | null>(null);
  const picks = useRef(onPick);
  const links = useRef(firstLink);
  useEffect(() => {
    picks.current = onPick;
    links.current = firstLink;
  }, [onPick, firstLink]);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const made = init(element, null, { renderer: 'canvas' });
    drawn.current = made;
    const sizes = new ResizeObserver(() => made.resize());
    sizes.observe(element);
    const back = (): void => made.dispatchAction({ type: 'dataZoom', start: 0, end: 100 });
    element.addEventListener('dblclick', back);
    made.on('click', ({ seriesId, dataIndex, dataType }) =>
      picks.current?.(seriesId, dataType === 'edge' ? dataIndex + links.current : dataIndex),
    );
    return () => {
      element.removeEventListener('dblclick', back);
      sizes.disconnect();
      made.dispose();
      drawn.current = null;
    };
  }, []);
  return { place, drawn };
}

export function Plot({ drawing, label, height, fills = false, onPick }: PlotProps) {
  const { option, points, zooms = false, needs, links = 0 } = drawing;
  const { place, drawn } = useCanvas(onPick, links);
  const [point, setPoint] = useState(-1);
  const [failure, setFailure] = useState<unknown>(null);
  const last = Math.max(0, points.length - 1);
  useEffect(() => {
    let isCurrent = true;
    const draw = (): void => {
      if (!isCurrent) return;
      drawn.current?.setOption(option, { replaceMerge: ['series'] });
      if (zooms) drawn.current?.dispatchAction({ type: 'takeGlobalCursor', key: 'dataZoomSelect', dataZoomSelectActive: true });
    };
    if (needs) needs().then(draw, setFailure);
    else draw();
    return () => {
      isCurrent = false;
    };
  }, [option, zooms, needs, drawn]);

  // What a part of the program that does not come is shown as, whoever holds the page decides.
  if (failure) throw failure;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && point >= 0) onPick?.(undefined, point);
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = point < 0 ? last : Math.min(last, Math.max(0, point + step));
    setPoint(next);
    // A link has no tip of its own on the canvas; it is said all the same.
    if (links > 0 && next >= links) drawn.current?.dispatchAction({ type: 'hideTip' });
    else drawn.current?.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: next });
  };
  const leave = (): void => {
    setPoint(-1);
    drawn.current?.dispatchAction({ type: 'hideTip' });
  };
  return (
    <div
      ref={place}
      className={classes['plot']}
      style={fills ? { flex: '1 1 0', minHeight: height } : { height }}
      role="slider"
      tabIndex={0}
      aria-label={`${label} ${messages.keys}.`}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={point < 0 ? last : Math.min(point, last)}
      aria-valuetext={points[point < 0 ? last : point] ?? ''}
      onKeyDown={onKeyDown}
      onBlur={leave}
    />
  );
}
