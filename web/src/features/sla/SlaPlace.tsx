/** The place of promises about time: its parts as tabs that stand in the address, and the part itself. */
import { Outlet } from '@tanstack/react-router';
import { PlaceTabs } from '../../place-tabs/index.ts';
import { messages } from './messages.ts';
import classes from './sla.module.css';

const words = messages.tabs;
const TABS = [
  { to: '/sla', label: words.compliance },
  { to: '/sla/clocks', label: words.clocks },
  { to: '/sla/exceptions', label: words.audit },
  { to: '/sla/policies', label: words.policies },
  { to: '/sla/calendars', label: words.calendars },
  { to: '/sla/document', label: words.document },
  { to: '/sla/setup', label: words.setup },
] as const;

export function SlaPlace() {
  return (
    <div className={classes['place']}>
      <PlaceTabs label={words.label} tabs={TABS} />
      <Outlet />
    </div>
  );
}
