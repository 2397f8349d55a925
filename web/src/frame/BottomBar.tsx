/** The places on a phone, under the thumb: the first few, and the others on a sheet from below. */
import { Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import classes from './BottomBar.module.css';
import { messages } from './messages.ts';
import { PlaceMark, usePlaceMark } from './PlaceMark.tsx';
import { placeOf, type Place } from './places.ts';
import { usePlaces } from './use-places.ts';

/** More are too narrow for their names. */
const MOST = 5;
/** What one does with a phone in the hand. */
const AT_HAND: readonly Place['id'][] = ['overview', 'queue', 'alerts', 'tickets'];

function PlaceLink({ place, onClick }: { place: Place; onClick?: () => void }) {
  const { path, label, icon: Shape } = place;
  const mark = usePlaceMark(place);
  return (
    <Link to={path} className={classes['place']} activeProps={{ 'aria-current': 'page' }} {...(onClick && { onClick })}>
      <span className={classes['icon']}>
        <Shape size={22} stroke={1.7} aria-hidden="true" />
        {mark && <PlaceMark {...mark} />}
      </span>
      {messages.shortPlaces[place.id] ?? label}
    </Link>
  );
}

export function BottomBar() {
  const places = usePlaces();
  const isAll = places.length <= MOST;
  const shown = isAll ? places : places.filter(({ id }) => AT_HAND.includes(id));
  const rest = places.filter((place) => !shown.includes(place));
  return (
    <nav className={classes['bar']} aria-label={messages.navigation}>
      {shown.map((place) => (
        <PlaceLink key={place.id} place={place} />
      ))}
      {rest.length > 0 && <More places={rest} />}
    </nav>
  );
}

function More({ places }: { places: readonly Place[] }) {
  const [opened, { open, close }] = useDisclosure(false);
  const here = useRouterState({ select: ({ location }) => placeOf(location.pathname)?.id });
  return (
    <>
      <button
        type="button"
        className={classes['place']}
        aria-haspopup="dialog"
        aria-current={places.some(({ id }) => id === here) ? 'page' : undefined}
        onClick={open}
      >
        <IconDots size={22} stroke={1.7} aria-hidden="true" />
        {messages.more}
      </button>
      <Drawer opened={opened} onClose={close} position="bottom" size="auto" title={messages.morePlaces}>
        <div className={classes['rest']}>
          {places.map((place) => (
            <PlaceLink key={place.id} place={place} onClick={close} />
          ))}
        </div>
      </Drawer>
    </>
  );
}
