/** The place of incidents: its parts as tabs that stand in the address, and the part itself. */
import { Outlet } from '@tanstack/react-router';
import { PlaceTabs } from '../../place-tabs/index.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';

const TABS = [
  { to: '/incidents', label: words.placeTabs.list },
  { to: '/incidents/map', label: words.placeTabs.map },
  { to: '/incidents/simulation', label: words.placeTabs.simulation },
  { to: '/incidents/drill', label: words.placeTabs.drill },
] as const;

export function IncidentsPlace() {
  return (
    <div className={classes['place']}>
      <PlaceTabs label={words.placeTabs.label} tabs={TABS} />
      <Outlet />
    </div>
  );
}
