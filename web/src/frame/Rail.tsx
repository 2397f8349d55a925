/** The narrow rail of places; open, it shows their names under the names of their groups. */
import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { KeyHint } from '../ui/index.ts';
import { messages } from './messages.ts';
import { PlaceMark, usePlaceMark } from './PlaceMark.tsx';
import type { Place } from './places.ts';
import classes from './Rail.module.css';
import { usePlaces } from './use-places.ts';

function PlaceLink({ place, open }: { place: Place; open: boolean }) {
  const Shape = place.icon;
  const mark = usePlaceMark(place);
  const label = mark === null ? place.label : messages.marked(place.label, mark.count, mark.word);
  return (
    <li>
      <Tooltip label={label} position="right" disabled={open} openDelay={100}>
        <Link
          to={place.path}
          className={classes['place']}
          activeProps={{ 'aria-current': 'page' }}
          {...(!open && { 'aria-label': label })}
          aria-keyshortcuts={`g ${place.letter}`}
        >
          <span className={classes['icon']}>
            <Shape size={19} stroke={1.7} aria-hidden="true" />
            {mark && !open && <PlaceMark {...mark} />}
          </span>
          {open && (
            <>
              <span className={classes['name']}>{place.label}</span>
              {mark && <PlaceMark {...mark} />}
              <KeyHint keys={['g', place.letter]} />
            </>
          )}
        </Link>
      </Tooltip>
    </li>
  );
}

/** From what goes on now to what is set up. */
const GROUPS = Object.keys(messages.groups) as Place['group'][];

function PlaceGroup({ group, open }: { group: Place['group']; open: boolean }) {
  const places = usePlaces().filter((place) => place.group === group);
  if (places.length === 0) return null;
  return (
    <section className={classes['group']} aria-label={messages.groups[group]}>
      {open && (
        <p className={classes['heading']} aria-hidden="true">
          {messages.groups[group]}
        </p>
      )}
      <ul className={classes['list']}>
        {places.map((place) => (
          <PlaceLink key={place.id} place={place} open={open} />
        ))}
      </ul>
    </section>
  );
}

export function Rail({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const label = open ? messages.closeRail : messages.openRail;
  const Shape = open ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand;
  return (
    <nav className={classes['rail']} data-open={open || undefined} aria-label={messages.navigation}>
      <div className={classes['brand']}>
        <img src="/mark.svg" alt="" width={28} height={28} />
        {open && <span className={classes['product']}>{messages.product}</span>}
      </div>
      {GROUPS.map((group) => (
        <PlaceGroup key={group} group={group} open={open} />
      ))}
      <Tooltip label={label} position="right" openDelay={100}>
        <button
          type="button"
          className={classes['toggle']}
          aria-label={label}
          aria-expanded={open}
          aria-keyshortcuts="["
          onClick={onToggle}
        >
          <Shape size={19} stroke={1.7} aria-hidden="true" />
        </button>
      </Tooltip>
    </nav>
  );
}
