/** The parts of a place, as tabs that stand in the address. */
import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import classes from './place-tabs.module.css';

type Address = NonNullable<LinkProps['to']>;

interface PlaceTabsProps {
  /** What they are the parts of. */
  label: string;
  /** The first one's address may be the beginning of the others'. */
  tabs: readonly { readonly to: Address; readonly label: string }[];
}

export function PlaceTabs({ label, tabs }: PlaceTabsProps) {
  const strip = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the tabs are wider than the screen, and the current one may lie beyond its edge.
  useEffect(() => {
    const current = tabs.findLast(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
    const tab = strip.current?.querySelector<HTMLElement>(`[href^="${current?.to ?? ''}"][aria-current]`);
    if (strip.current && tab) strip.current.scrollLeft = tab.offsetLeft - (strip.current.clientWidth - tab.clientWidth) / 2;
  }, [pathname, tabs]);
  const isRoot = (to: Address) => tabs.some((one) => one.to.startsWith(`${to}/`));
  return (
    <nav ref={strip} className={classes['tabs']} aria-label={label}>
      {tabs.map(({ to, label: name }) => (
        <Link
          key={to}
          to={to}
          className={classes['tab']}
          activeOptions={{ exact: isRoot(to), includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
