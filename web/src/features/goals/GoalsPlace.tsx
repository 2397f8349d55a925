/** The place of what is to get better: the goals, and what can be done for them. */
import { Link, Outlet } from '@tanstack/react-router';
import { messages } from './messages.ts';
import classes from './goals.module.css';

const words = messages.tabs;
const TABS = [
  { to: '/goals', label: words.goals },
  { to: '/goals/playbook', label: words.playbook },
] as const;

export function GoalsPlace() {
  return (
    <div className={classes['place']}>
      <nav className={classes['tabs']} aria-label={words.label}>
        {TABS.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            className={classes['tab']}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {label}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
