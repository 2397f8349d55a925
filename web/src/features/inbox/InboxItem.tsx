/** One thing that somebody was told: what happened, why, what to do and where to look. What was read before is folded to its first lines. */
import { ActionIcon, Anchor, Button, Tooltip } from '@mantine/core';
import { IconCheck, IconChevronDown, IconChevronRight, IconMail, IconMailOpened } from '@tabler/icons-react';
import { useState } from 'react';
import type { Alert } from '../../api/client.ts';
import { ExplainNumber } from '../../notices/ExplainNumber.tsx';
import { SeverityMark } from '../../notices/SeverityMark.tsx';
import { AlertState, Deeds } from '../../alerts/index.ts';
import { ErrorState, Instant, StateWord } from '../../ui/index.ts';
import classes from './inbox.module.css';
import { words } from './messages.ts';
import { PathLink } from './PathLink.tsx';
import { type InboxItem as Item, useAcknowledge } from './use-inbox.ts';

interface InboxItemProps {
  item: Item;
  /** What it tells of, while it is in force. */
  alert: Alert | undefined;
  onMark: (read: boolean) => void;
  /** Somebody leaves by a link. */
  onLeave?: (() => void) | undefined;
}

export function InboxItem({ item, alert, onMark, onLeave }: InboxItemProps) {
  const isRead = item.readAt !== null;
  // As it was when it came into sight: nothing folds under the pointer because it was marked.
  const [isOpen, setOpen] = useState(!isRead);
  const deed = isRead ? words.markUnread : words.markRead;
  const Fold = isOpen ? IconChevronDown : IconChevronRight;
  const Sign = isRead ? IconMail : IconMailOpened;
  return (
    <li className={classes['item']} data-unread={!isRead || undefined}>
      <div className={classes['head']}>
        <SeverityMark severity={item.severity} event={item.event} isShort />
        <h3 className={classes['title']}>
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {!isRead && <span className={classes['unseen']}>{words.isUnread}: </span>}
            <bdi>{item.title}</bdi>
            <Fold size={14} stroke={2} aria-hidden="true" />
          </button>
        </h3>
        <span className={classes['when']}>
          <Instant at={item.happenedAt} />
        </span>
        <Tooltip label={deed}>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={words.markOf(deed, item.title)} onClick={() => onMark(!isRead)}>
            <Sign size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes['body']}>
        {item.subject !== null && (
          <p className={classes['subject']}>
            <bdi>{item.subject}</bdi>
          </p>
        )}
        <p className={classes['what']} data-folded={!isOpen || undefined}>
          {item.what}
        </p>
        {isOpen && <Whole item={item} alert={alert} onLeave={onLeave} onRead={() => isRead || onMark(true)} />}
      </div>
    </li>
  );
}

/** Others are told after a while unless somebody says that they have it in hand. */
function Acknowledge({ id, onDone }: { id: string; onDone: () => void }) {
  const { mutate, isPending, error } = useAcknowledge();
  return (
    <>
      <Button
        size="compact-sm"
        leftSection={<IconCheck size={14} aria-hidden="true" />}
        loading={isPending}
        onClick={() => mutate(id, { onSuccess: onDone })}
      >
        {words.acknowledge}
      </Button>
      {error && <ErrorState error={error} compact />}
    </>
  );
}

/** Of an alert what can be done about it stands where it was told, and not where it is told that somebody did it. */
const ASKS: readonly Item['event'][] = ['fired', 'escalated'];

function Whole({ item, alert, onLeave, onRead }: Omit<InboxItemProps, 'onMark'> & { onRead: () => void }) {
  const [first, ...others] = item.links;
  const leave = () => {
    onRead();
    onLeave?.();
  };
  return (
    <>
      {item.facts.length > 0 && (
        <dl className={classes['facts']}>
          {item.facts.map(({ label, value }) => (
            <div key={`${label} ${value}`}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className={classes['why']}>
        <b>{words.why}</b> {item.why} <ExplainNumber question={item.explain} className={classes['explain']} onLeave={onLeave} />
      </p>
      {item.advice.length > 0 && (
        <div className={classes['advice']}>
          <b>{words.toDo}</b>
          {item.advice.length === 1 ? (
            <span>{item.advice[0]}</span>
          ) : (
            <ol>
              {item.advice.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ol>
          )}
        </div>
      )}
      {first && (
        <div className={classes['links']}>
          {alert && ASKS.includes(item.event) && (
            <>
              {alert.status !== 'firing' && <AlertState alert={alert} isLine />}
              <Deeds alert={alert} isShort onDone={onRead} />
            </>
          )}
          {item.asks && <Acknowledge id={item.id} onDone={onRead} />}
          {item.acknowledged && (
            <StateWord tone="good">
              {words.acknowledgedBy} <bdi>{item.acknowledged.by}</bdi>, <Instant at={item.acknowledged.at} />
            </StateWord>
          )}
          <Button component={PathLink} href={first.path} size="compact-sm" variant="default" onClick={leave}>
            {first.label}
          </Button>
          {others.map(({ label, path }) => (
            <Anchor key={`${label} ${path}`} component={PathLink} href={path} size="sm" onClick={leave}>
              {label}
            </Anchor>
          ))}
        </div>
      )}
    </>
  );
}
