/** The place of incidents: its parts as tabs that stand in the address, and the part itself. */
import { Outlet } from '@tanstack/react-router';
import { PlaceTabs } from '../../place-tabs/index.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';

const TABS = [
  { to: '/incidents', label: words.place.list },
  { to: '/incidents/simulation', label: words.place.simulation },
] as const;

export function IncidentsPlace() {
  return (
    <div className={classes['tabbed']}>
      <PlaceTabs label={words.place.label} tabs={TABS} />
      <Outlet />
    </div>
  );
}
