/** One message: who wrote it, when, and the text as text. Customers left, agents right, notes among ourselves apart. */
import { Tooltip } from '@mantine/core';
import { IconEyeOff, IconLock, IconPaperclip } from '@tabler/icons-react';
import { formatDuration, formatShare, Instant, Person, TicketLink } from '../../ui/index.ts';
import { Flags } from './Flags.tsx';
import classes from './message.module.css';
import { messages } from './messages.ts';
import { linkParts } from './text-links.ts';
import type { Entry } from './timeline.ts';

/** Below this, bots should have handed over. */
const UNSURE = 0.4;

/** What somebody wrote: links to http and https can be followed, everything else is plain text. */
export function WrittenText({ text }: { text: string }) {
  return (
    <p className={classes['text']}>
      {linkParts(text).map((part, index) =>
        part.href === undefined ? (
          part.text
        ) : (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        ),
      )}
    </p>
  );
}

function Confidence({ value }: { value: number }) {
  return (
    <Tooltip label={messages.confidenceMeaning}>
      <span className={classes['confidence']} data-unsure={value < UNSURE || undefined}>
        <span className={classes['meter']} aria-hidden="true">
          <span style={{ width: `${Math.round(value * 100)}%` }} />
        </span>
        {messages.confidence(formatShare(value).replace('.0', ''))}
      </span>
    </Tooltip>
  );
}

function Body({ entry }: { entry: Entry & { kind: 'message' } }) {
  const text = entry.item.personal?.['text'];
  if (entry.isRedacted) {
    return (
      <p className={classes['removed']}>
        <IconEyeOff size={15} stroke={1.7} aria-hidden="true" />
        {messages.redacted}
      </p>
    );
  }
  return typeof text === 'string' && text !== '' ? <WrittenText text={text} /> : <p className={classes['removed']}>{messages.noText}</p>;
}

export function Message({ entry, ticket }: { entry: Entry & { kind: 'message' }; ticket: string }) {
  const { item, waitedSeconds } = entry;
  const internal = item.data['visibility'] === 'internal';
  const attachments = item.data['attachments'];
  const confidence = item.data['confidence'];
  return (
    <article className={classes['message']} data-kind={item.actor.kind} data-internal={internal || undefined}>
      <header className={classes['head']}>
        <Person person={item.actor.id || item.actor.name ? item.actor : { name: null }} kind={item.actor.kind} size={20} />
        {internal && (
          <span className={classes['badge']}>
            <IconLock size={12} stroke={2} aria-hidden="true" />
            {messages.internalNote}
          </span>
        )}
        {typeof confidence === 'number' && <Confidence value={confidence} />}
        <Flags item={item} isLate={entry.isLate} />
        {item.ticket !== ticket && (
          <span>
            {messages.fromTicket} <TicketLink id={item.ticket} />
          </span>
        )}
        <span className={classes['when']}>
          <Instant at={item.at} />
        </span>
      </header>
      <Body entry={entry} />
      {(waitedSeconds !== null || typeof attachments === 'number') && (
        <footer className={classes['foot']}>
          {typeof attachments === 'number' && attachments > 0 && (
            <span>
              <IconPaperclip size={13} stroke={1.8} aria-hidden="true" /> {messages.attachments(attachments)}
            </span>
          )}
          {waitedSeconds !== null && <span>{messages.afterWait(formatDuration(waitedSeconds))}</span>}
        </footer>
      )}
    </article>
  );
}
