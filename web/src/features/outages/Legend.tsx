/** What the marks of the map mean, in the shapes they have there. */
import { SEVERITIES } from '@watchdesk/domain/event';
import { incidentMessages } from '../../incidents/index.ts';
import { Shape } from '../../outage-map/index.ts';
import classes from './map.module.css';
import { words } from './messages.ts';

const text = words.legend;

export const Legend = ({ hasHeat }: { hasHeat: boolean }) => (
  <ul className={classes['legend']} aria-label={text.title}>
    {SEVERITIES.map((severity) => (
      <li key={severity}>
        <Shape severity={severity} />
        {severity} {incidentMessages.severities[severity]}
      </li>
    ))}
    <li>
      <Shape severity="SEV5" isPlanned />
      {text.planned}
    </li>
    <li>
      <Several />
      {text.several}
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

/** A ring of two severities and of planned work. */
const Several = () => (
  <svg width={18} height={18} viewBox="0 0 18 18" aria-hidden="true">
    <circle cx={9} cy={9} r={7.4} fill="none" stroke="var(--mark-sev5)" strokeWidth={1.4} />
    <path d="M9 1.9 A7.1 7.1 0 0 1 15.2 12.6" fill="none" stroke="var(--mark-sev2)" strokeWidth={3.2} />
    <path d="M14.9 13 A7.1 7.1 0 0 1 7.2 15.9" fill="none" stroke="var(--mark-sev3)" strokeWidth={3.2} />
  </svg>
);
