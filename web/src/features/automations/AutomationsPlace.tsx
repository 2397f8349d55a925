/** The place of automations: those there are, those that are ready to be taken up, and what they did. */
import { Outlet } from '@tanstack/react-router';
import { PlaceTabs } from '../../place-tabs/index.ts';
import classes from './automations.module.css';
import { messages } from './messages.ts';

const words = messages.tabs;
const TABS = [
  { to: '/automations', label: words.list },
  { to: '/automations/templates', label: words.templates },
  { to: '/automations/runs', label: words.runs },
] as const;

export function AutomationsPlace() {
  return (
    <div className={classes['place']}>
      <PlaceTabs label={words.label} tabs={TABS} />
      <Outlet />
    </div>
  );
}
