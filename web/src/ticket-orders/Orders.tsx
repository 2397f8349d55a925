/** What was asked of the help desk, in the order of asking: on its way with a sign that turns, done with a tick, refused with the desk's reason. */
import { Button, CloseButton, Loader } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { Status } from '@watchdesk/domain/event';
import { useDismissOrder } from '../api/ticket-actions.ts';
import type { TicketView } from '../api/client.ts';
import { uiMessages, useTicking } from '../ui/index.ts';
import { messages } from './messages.ts';
import classes from './orders.module.css';

type Order = TicketView['orders'][number];

interface OrdersProps {
  view: TicketView;
  /** Puts the text of a refused message where one writes. */
  onWriteAgain?: ((kind: 'reply' | 'note', text: string) => void) | undefined;
}

/** What is done is looked at once and then in the way. */
const SHOW_DONE_MS = 30_000;

function titleOf({ action, to, team, tags }: Order): string {
  if (tags !== null) return `${messages.did.tag()} ${messages.tagged(tags.added, tags.removed)}`;
  const word = action === 'status' && to !== null ? (uiMessages.status[to as Status] ?? to) : to;
  return messages.did[action](word, team);
}

function stateOf({ state, reason }: Order, desk: string): string {
  if (state === 'waiting') return reason === null ? messages.state.waiting(desk) : messages.state.stuck(reason);
  if (state === 'refused') return messages.state.refused(reason ?? messages.state.unknown);
  return messages.state[state](desk);
}

function Sign({ state }: Pick<Order, 'state'>) {
  if (state === 'done') return <IconCheck size={15} className={classes['done']} aria-hidden="true" />;
  if (state === 'refused') return <IconAlertTriangle size={15} className={classes['bad']} aria-hidden="true" />;
  return <Loader size={13} aria-hidden="true" />;
}

function One({ order, view, onWriteAgain }: OrdersProps & { order: Order }) {
  const { ticket, connection } = view;
  const dismiss = useDismissOrder(ticket.id);
  const { action, text, state } = order;
  const isOver = state === 'done' || state === 'refused';
  return (
    <li className={classes['order']} data-state={state}>
      <Sign state={state} />
      <div className={classes['what']}>
        <span>
          <b>{titleOf(order)}</b> {messages.by(order.by)} · <span className={classes['state']}>{stateOf(order, connection.label)}</span>
        </span>
        {text !== null && <p className={classes['text']}>{text}</p>}
      </div>
      {state === 'refused' && text !== null && onWriteAgain && (action === 'reply' || action === 'note') && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            onWriteAgain(action, text);
            dismiss.mutate(order.id);
          }}
        >
          {messages.again}
        </Button>
      )}
      {isOver && (
        <CloseButton size="xs" aria-label={messages.dismiss} disabled={dismiss.isPending} onClick={() => dismiss.mutate(order.id)} />
      )}
    </li>
  );
}

export function Orders(props: OrdersProps) {
  const { orders, connection } = props.view;
  const now = useTicking((at) => Math.floor(at / 5_000)) * 5_000;
  const shown = orders.filter(({ state, endedAt }) => state !== 'done' || endedAt === null || now - Date.parse(endedAt) < SHOW_DONE_MS);
  if (shown.length === 0) return null;
  return (
    <section className={classes['orders']} aria-label={messages.label(connection.label)} aria-live="polite">
      <ul>
        {shown.map((order) => (
          <One key={order.id} order={order} {...props} />
        ))}
      </ul>
    </section>
  );
}
