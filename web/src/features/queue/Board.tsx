/** The columns side by side, and the keys that walk them. */
import { useRef } from 'react';
import type { Queue } from '../../api/client.ts';
import { useKeys } from '../../keys/use-keys.ts';
import classes from './queue.module.css';
import { messages } from './messages.ts';
import { QueueColumn } from './QueueColumn.tsx';
import type { ColumnName, Columns } from './use-columns.ts';

const ORDER: readonly ColumnName[] = ['waiting', 'handling', 'resolved'];

const cardsOf = (part: Element | null | undefined): HTMLElement[] => [...(part?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];

/** Moves the focus from card to card; from outside the board it goes to its first card. */
function useWalk() {
  const board = useRef<HTMLDivElement>(null);
  const here = (): HTMLElement | null => {
    const active = document.activeElement;
    return active instanceof HTMLElement && board.current?.contains(active)
      ? (active.closest('li')?.querySelector<HTMLElement>('[data-card]') ?? null)
      : null;
  };
  const focus = (card: HTMLElement | undefined): void => {
    card?.focus({ preventScroll: true });
    card?.closest('li')?.scrollIntoView({ block: 'nearest' });
  };
  const step = (by: number): void => {
    const card = here();
    if (!card) return focus(cardsOf(board.current)[0]);
    const cards = cardsOf(card.closest('section'));
    focus(cards[Math.min(cards.length - 1, Math.max(0, cards.indexOf(card) + by))]);
  };
  const across = (by: number): void => {
    const card = here();
    if (!card) return focus(cardsOf(board.current)[0]);
    const columns = [...(board.current?.querySelectorAll('section') ?? [])];
    const index = cardsOf(card.closest('section')).indexOf(card);
    const target = cardsOf(columns[columns.indexOf(card.closest('section')!) + by]);
    focus(target[Math.min(index, target.length - 1)]);
  };
  const press = (name: string): void => here()?.closest('li')?.querySelector<HTMLElement>(`[data-action="${name}"]`)?.click();
  const renew = (): void => board.current?.querySelector<HTMLElement>('[data-action="renew"]')?.click();
  return { board, step, across, press, renew };
}

export function Board({ queue, columns, only }: { queue: Queue; columns: Columns; only: ColumnName | null }) {
  const { board, step, across, press, renew } = useWalk();
  const words = messages.keys;
  const elsewhere = (id: string) => [...queue.handling, ...queue.resolvedLastHour, ...queue.waiting].find((item) => item.id === id);
  useKeys(words.title, [
    { keys: 'j', label: words.next, run: () => step(1) },
    { keys: 'k', label: words.previous, run: () => step(-1) },
    { keys: 'h', label: words.left, run: () => across(-1) },
    { keys: 'l', label: words.right, run: () => across(1) },
    { keys: 'Enter', label: words.open, run: () => {} },
    { keys: 'c', label: words.claim, run: () => press('claim') },
    { keys: 'n', label: words.fresh, run: renew },
  ]);
  return (
    <div className={classes['board']} ref={board}>
      {ORDER.filter((name) => only === null || name === only).map((name) => (
        <QueueColumn key={name} name={name} items={columns[name]} elsewhere={elsewhere} />
      ))}
    </div>
  );
}
