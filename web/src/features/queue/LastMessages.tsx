/** The last of what was said; the whole conversation is on the ticket's page. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { timelineQuery } from '../../api/index.ts';
import type { TimelineItem } from '../../api/client.ts';
import { ErrorState, Person, Relative, TextSkeleton } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './panel.module.css';

const words = messages.drawer;
const SHOWN = 4;

const textOf = ({ personal }: TimelineItem): string => {
  const text = personal?.['text'];
  return typeof text === 'string' ? text : words.erased;
};

export function LastMessages({ id }: { id: string }) {
  const { data, error, refetch } = useInfiniteQuery(timelineQuery(id));
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} compact /> : <TextSkeleton lines={4} />;
  const said = data.pages.flatMap(({ items }) => items).filter(({ type }) => type === 'ticket.message');
  return (
    <section aria-label={words.lastMessages}>
      <h3 className={classes['heading']}>{words.lastMessages}</h3>
      {said.length === 0 && <p className={classes['none']}>{words.noMessages}</p>}
      <ol className={classes['messages']}>
        {said.slice(-SHOWN).map((item) => (
          <li
            key={`${item.source} ${item.id}`}
            data-by={item.actor.kind}
            data-internal={item.data['visibility'] === 'internal' || undefined}
          >
            <div className={classes['by']}>
              <Person person={item.actor} kind={item.actor.kind} size={20} />
              <span>
                {item.data['visibility'] === 'internal' && <>{words.internal} · </>}
                <Relative at={item.at} />
              </span>
            </div>
            <p>{textOf(item)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
