/** The place of what is to get better: the goals, and what can be done for them. */
import { Outlet } from '@tanstack/react-router';
import { PlaceTabs } from '../../place-tabs/index.ts';
import classes from './goals.module.css';
import { messages } from './messages.ts';

const words = messages.tabs;
const TABS = [
  { to: '/goals', label: words.goals },
  { to: '/goals/playbook', label: words.playbook },
] as const;

export function GoalsPlace() {
  return (
    <div className={classes['place']}>
      <PlaceTabs label={words.label} tabs={TABS} />
      <Outlet />
    </div>
  );
}
