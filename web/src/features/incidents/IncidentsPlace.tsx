/** The place of incidents: its parts as tabs that stand in the address, and the part itself. */
import { Outlet } from '@tanstack/react-router';
import { PlaceTabs } from '../../place-tabs/index.ts';
import { words } from './messages.ts';
import classes from './place.module.css';

const TABS = [
  { to: '/incidents', label: words.place.incidents },
  { to: '/incidents/drill', label: words.place.drill },
] as const;

export function IncidentsPlace() {
  return (
    <div className={classes['place']}>
      <PlaceTabs label={words.place.label} tabs={TABS} />
      <Outlet />
    </div>
  );
}
