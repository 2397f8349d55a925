/** What the marks of the map mean, in the shapes they have there. */
import { SEVERITIES } from '@watchdesk/domain/event';
import { incidentMessages } from '../../incidents/index.ts';
import { SHAPES } from './draw-marks.ts';
import { SEVERITY_COLOURS } from './MapCanvas.tsx';
import classes from './map.module.css';
import { words } from './messages.ts';

const text = words.legend;

interface ShapeProps {
  severity: (typeof SEVERITIES)[number];
  isPlanned?: boolean;
}

/** One mark, as the canvas draws it. */
export function Shape({ severity, isPlanned = false }: ShapeProps) {
  const [corners, turn] = SHAPES[severity];
  const colour = SEVERITY_COLOURS[severity];
  const paint = isPlanned ? { fill: 'none', stroke: colour, strokeWidth: 2, strokeDasharray: '3 2' } : { fill: colour, stroke: 'none' };
  const reach = corners === 3 ? 7.6 : corners === 4 ? 7 : 6.4;
  const points = Array.from({ length: corners }, (_, corner) => {
    const angle = turn + (2 * Math.PI * corner) / corners;
    return `${(8 + reach * Math.cos(angle)).toFixed(2)},${(8 + reach * Math.sin(angle)).toFixed(2)}`;
  });
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" className={classes['shape']} aria-hidden="true">
      {corners === 0 ? <circle cx={8} cy={8} r={6} {...paint} /> : <polygon points={points.join(' ')} {...paint} />}
    </svg>
  );
}

export const Legend = ({ hasHeat }: { hasHeat: boolean }) => (
  <ul className={classes['legend']} aria-label={text.title}>
    {SEVERITIES.map((severity) => (
      <li key={severity}>
        <Shape severity={severity} />
        {severity} {incidentMessages.severities[severity]}
      </li>
    ))}
    <li>
      <Shape severity="SEV4" isPlanned />
      {text.planned}
    </li>
    <li>
      <span className={classes['signIncident']} aria-hidden="true">
        !
      </span>
      {text.incident}
    </li>
    <li>
      <span className={classes['signSite']} aria-hidden="true" />
      {text.site}
    </li>
    {hasHeat && (
      <li>
        <span className={classes['signHeat']} aria-hidden="true" />
        {text.heat}
      </li>
    )}
  </ul>
);
