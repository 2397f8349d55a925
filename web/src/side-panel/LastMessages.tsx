/** The last of what was said; the whole conversation is on the ticket's page. */
import { useQuery } from '@tanstack/react-query';
import type { TicketMessage } from '../api/client.ts';
import { messagesQuery } from '../api/ticket-questions.ts';
import { ErrorState, Person, Relative, TextSkeleton } from '../ui/index.ts';
import { messages } from './messages.ts';
import classes from './side-panel.module.css';

const SHOWN = 4;

const textOf = ({ personal }: TicketMessage): string => {
  const text = personal?.['text'];
  return typeof text === 'string' && text !== '' ? text : messages.noText;
};

export function LastMessages({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(messagesQuery(id, SHOWN));
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} compact />;
  if (!data) return <TextSkeleton lines={4} />;
  const said = data.items;
  return (
    <section aria-label={messages.lastMessages}>
      <h3 className={classes['heading']}>{messages.lastMessages}</h3>
      {said.length === 0 && <p className={classes['none']}>{messages.noMessages}</p>}
      <ol className={classes['messages']}>
        {said.map((item) => {
          const internal = item.data['visibility'] === 'internal';
          return (
            <li key={`${item.source} ${item.id}`} data-internal={internal || undefined}>
              <div className={classes['by']}>
                <Person person={item.actor} kind={item.actor.kind} size={20} />
                <span>
                  {internal && <>{messages.internal} · </>}
                  <Relative at={item.at} />
                </span>
              </div>
              <p>{textOf(item)}</p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
