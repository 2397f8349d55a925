/** Marks of the map in lists and legends, as the canvas draws them. */
import type { Severity } from '@watchdesk/domain/event';
import classes from './outage-map.module.css';
import { cornersOf, tokenOf } from './shapes.ts';

interface ShapeProps {
  severity: Severity;
  isPlanned?: boolean;
}

export function Shape({ severity, isPlanned = false }: ShapeProps) {
  const colour = `var(${tokenOf(severity)})`;
  const paint = isPlanned ? { fill: 'none', stroke: colour, strokeWidth: 1.8 } : { fill: colour };
  const points = cornersOf(severity, 8, severity === 'SEV2' ? 9 : 8, isPlanned ? 5.2 : 5.8).map(
    ([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`,
  );
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" className={classes['shape']} aria-hidden="true">
      {points.length === 0 ? (
        <circle cx={8} cy={8} r={isPlanned ? 5.2 : 5.8} {...paint} />
      ) : (
        <polygon points={points.join(' ')} {...paint} />
      )}
    </svg>
  );
}
