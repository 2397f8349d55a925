/** The place of on-call: its parts as tabs that stand in the address, and the part itself. */
import { Outlet } from '@tanstack/react-router';
import { PlaceTabs } from '../../place-tabs/index.ts';
import { messages } from './messages.ts';
import classes from './on-call.module.css';

const words = messages.tabs;
const TABS = [
  { to: '/on-call', label: words.now },
  { to: '/on-call/policies', label: words.policies },
  { to: '/on-call/fairness', label: words.fairness },
] as const;

export function OnCallPlace() {
  return (
    <div className={classes['place']}>
      <PlaceTabs label={words.label} tabs={TABS} />
      <Outlet />
    </div>
  );
}
