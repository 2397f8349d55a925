/** The keys that work the list of what is in force: from one alert to the next, to open it, to choose it, and to say that one is on it. */
import { useKeys } from '../../keys/use-keys.ts';
import { words } from './messages.ts';

const LINKS = 'main [data-alert]';

/** The row whose link, or one of whose deeds, has the focus. */
const placeOf = (links: readonly HTMLElement[]): number => {
  const row = document.activeElement?.closest('li');
  return row ? links.findIndex((link) => row.contains(link)) : -1;
};

function move(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(LINKS)];
  const place = placeOf(links);
  const next = place === -1 ? (by === 1 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, place + by));
  links[next]?.focus();
}

const press = (part: string): void => document.activeElement?.closest('li')?.querySelector<HTMLElement>(part)?.click();

export function useAlertKeys(): void {
  const { keys } = words;
  useKeys(keys.title, [
    { keys: 'j', label: keys.next, run: () => move(1) },
    { keys: 'k', label: keys.previous, run: () => move(-1) },
    { keys: 'a', label: keys.acknowledge, run: () => press('[data-acknowledge]') },
    { keys: 'x', label: keys.choose, run: () => press('[data-choose]') },
  ]);
}
