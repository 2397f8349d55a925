/** The parts of a place, as tabs that stand in the address. */
import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import classes from './place-tabs.module.css';

type Address = NonNullable<LinkProps['to']>;

interface Tab {
  readonly to: Address;
  readonly label: string;
  /** Where a page of this part stands elsewhere. */
  readonly also?: Address;
}

/** The part that a page belongs to: what lies below the first one and is no other's is the first one's. */
export const tabOf = (tabs: readonly Tab[], pathname: string): Tab | undefined =>
  tabs.find(({ also }) => also === pathname) ?? tabs.findLast(({ to }) => pathname === to || pathname.startsWith(`${to}/`));

interface PlaceTabsProps {
  /** What they are the parts of. */
  label: string;
  /** The first one's address may be the beginning of the others'. */
  tabs: readonly Tab[];
}

export function PlaceTabs({ label, tabs }: PlaceTabsProps) {
  const strip = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const current = tabOf(tabs, pathname);
  // On a phone the tabs are wider than the screen, and the current one may lie beyond its edge.
  useEffect(() => {
    const tab = strip.current?.querySelector<HTMLElement>(`[href^="${current?.to ?? ''}"][aria-current]`);
    if (strip.current && tab) strip.current.scrollLeft = tab.offsetLeft - (strip.current.clientWidth - tab.clientWidth) / 2;
  }, [current]);
  const isRoot = (to: Address) => tabs.some((one) => one.to.startsWith(`${to}/`));
  return (
    <nav ref={strip} className={classes['tabs']} aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          className={classes['tab']}
          activeOptions={{ exact: isRoot(tab.to), includeSearch: false }}
          aria-current={tab === current ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
