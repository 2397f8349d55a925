/** The places on a phone, under the thumb. */
import { Link } from '@tanstack/react-router';
import classes from './BottomBar.module.css';
import { messages } from './messages.ts';
import { PLACES } from './places.ts';

export function BottomBar() {
  return (
    <nav className={classes['bar']} aria-label={messages.navigation}>
      {PLACES.filter(({ isUnderThumb }) => isUnderThumb).map(({ id, path, label, icon: Shape }) => (
        <Link key={id} to={path} className={classes['place']} activeProps={{ 'aria-current': 'page' }}>
          <Shape size={22} stroke={1.7} aria-hidden="true" />
          {label}
        </Link>
      ))}
    </nav>
  );
}
