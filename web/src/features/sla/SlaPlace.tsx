/** The place of promises about time: its parts as tabs that stand in the address, and the part itself. */
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
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
  const tabs = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the tabs are wider than the screen, and the current one may lie beyond its edge.
  useEffect(() => {
    const strip = tabs.current;
    const current = TABS.findLast(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
    const tab = strip?.querySelector<HTMLElement>(`[href^="${current?.to ?? ''}"][aria-current]`);
    if (strip && tab) strip.scrollLeft = tab.offsetLeft - (strip.clientWidth - tab.clientWidth) / 2;
  }, [pathname]);
  return (
    <div className={classes['place']}>
      <nav ref={tabs} className={classes['tabs']} aria-label={words.label}>
        {TABS.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            className={classes['tab']}
            activeOptions={{ exact: to === '/sla', includeSearch: false }}
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
