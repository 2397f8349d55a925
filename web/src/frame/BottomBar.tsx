/** The places on a phone, under the thumb. */
import { Link } from '@tanstack/react-router';
import classes from './BottomBar.module.css';
import { messages } from './messages.ts';
import { PLACES } from './places.ts';

export function BottomBar() {
  return (
    <nav className={classes['bar']} aria-label={messages.navigation}>
      {PLACES.map(({ id, path, label, icon: Shape }) => (
        <Link key={id} to={path} className={classes['place']} activeProps={{ 'aria-current': 'page' }} aria-label={label}>
          <Shape size={22} stroke={1.7} aria-hidden="true" />
          {messages.shortPlaces[id] ?? label}
        </Link>
      ))}
    </nav>
  );
}
