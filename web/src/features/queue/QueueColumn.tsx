/** One column. It keeps its rows where they are while someone is in it, and says how many are new. */
import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { QueueItem } from '../../api/client.ts';
import { type Elsewhere, EmptyState, formatCount, useHeld } from '../../ui/index.ts';
import classes from './column.module.css';
import { messages } from './messages.ts';
import { QueueCard } from './QueueCard.tsx';
import { LISTS } from './search.ts';
import type { ColumnName } from './use-columns.ts';

/** Nobody reads further down than this; the rest is one click away, so that the page stays light. */
const SHOWN_AT_FIRST = 40;

const route = getRouteApi('/inside/queue');

function Nothing({ name }: { name: ColumnName }) {
  const search = route.useSearch();
  const narrowed = LISTS.some((list) => search[list] !== undefined) || search.mine;
  const [title, text] = narrowed ? messages.empty.filtered : messages.empty[name];
  return (
    <EmptyState title={title} compact>
      {text}
    </EmptyState>
  );
}

/** Those that were there when the column was first shown: what comes later lights up as it enters. */
function useFirst(items: readonly QueueItem[]): ReadonlySet<string> {
  const [first] = useState(() => new Set(items.map(({ id }) => id)));
  return first;
}

interface QueueColumnProps {
  name: ColumnName;
  items: readonly QueueItem[];
  elsewhere: Elsewhere<QueueItem>;
}

export function QueueColumn({ name, items, elsewhere }: QueueColumnProps) {
  const id = useId();
  const [whole, setWhole] = useState(false);
  const { rows, fresh, renew, handlers } = useHeld(items, elsewhere);
  const first = useFirst(items);
  const [title, sentence] = messages.columns[name];
  const { open, sort } = route.useSearch();
  const replaces = open !== undefined;
  const shown = whole ? rows : rows.slice(0, SHOWN_AT_FIRST);
  return (
    <section className={classes['column']} aria-labelledby={id} {...handlers}>
      <header className={classes['head']}>
        <h2 id={id}>
          {title} <span className={classes['count']}>{formatCount(items.length)}</span>
        </h2>
        {fresh.length > 0 ? (
          <button type="button" className={classes['fresh']} data-action="renew" onClick={renew}>
            {messages.fresh(fresh.length)}
          </button>
        ) : (
          <p>{sort === 'breach' && name !== 'resolved' ? messages.byBreach : sentence}</p>
        )}
      </header>
      <ul className={classes['list']}>
        {shown.map(({ item, left }) => (
          <QueueCard key={item.id} item={item} column={name} left={left} entered={!first.has(item.id)} replaces={replaces} />
        ))}
        {rows.length > shown.length && (
          <li className={classes['more']}>
            <Button variant="subtle" size="xs" onClick={() => setWhole(true)}>
              {messages.showAll(formatCount(rows.length))}
            </Button>
          </li>
        )}
        {rows.length === 0 && (
          <li>
            <Nothing name={name} />
          </li>
        )}
      </ul>
    </section>
  );
}
