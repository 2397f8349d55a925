/** The place of alerts: its parts as tabs that stand in the address, and the part itself. */
import { Outlet } from '@tanstack/react-router';
import { PlaceTabs } from '../../place-tabs/index.ts';
import classes from './alerts.module.css';
import { words } from './messages.ts';

const TABS = [
  { to: '/alerts', label: words.tabs.now },
  { to: '/alerts/history', label: words.tabs.history },
  { to: '/alerts/rules', label: words.tabs.rules, also: '/alerts/new-rule' },
] as const;

export function AlertsPlace() {
  return (
    <div className={classes['place']}>
      <PlaceTabs label={words.tabs.label} tabs={TABS} />
      <Outlet />
    </div>
  );
}
