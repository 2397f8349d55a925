/** How a connection is, in figures, and stream by stream how far it has read. */
import type { ReactNode } from 'react';
import type { Connection } from '../../../api/client.ts';
import { Age, formatCount, formatDuration, formatShare, Instant, Panel, sentenceCase, CardTable } from '../../../ui/index.ts';
import classes from '../connections.module.css';
import { messages } from '../messages.ts';

const words = messages.health;

export function HealthPart({ connection }: { connection: Connection }) {
  const { health, isRead, isWritable, writesBack, systemLabel, createdAt, createdBy, source, pollSeconds, silenceSeconds } = connection;
  const poll = messages.form.polls[String(pollSeconds) as '60'] ?? formatDuration(pollSeconds);
  const silence =
    silenceSeconds === null ? words.never : (messages.form.silences[String(silenceSeconds) as '86400'] ?? formatDuration(silenceSeconds));
  return (
    <>
      <Panel title={words.title}>
        <dl className={classes['figures']}>
          <Fact name={words.last}>{health.lastEventAt ? <Instant at={health.lastEventAt} /> : messages.never}</Fact>
          <Fact name={words.arrival}>{health.lastArrivalAt ? <Instant at={health.lastArrivalAt} /> : messages.never}</Fact>
          <Fact name={words.lag}>
            <UpToDate isRead={isRead} readAt={health.readAt} />
          </Fact>
          <Fact name={words.waiting}>{formatCount(health.waiting)}</Fact>
          <Fact name={words.letters} tone={health.deadLetters > 0 ? 'bad' : undefined}>
            {formatCount(health.deadLetters)}
          </Fact>
          <Fact name={words.since}>
            <Instant at={createdAt} /> {words.by(createdBy)}
          </Fact>
        </dl>
      </Panel>
      {isRead && health.streams.length > 0 && <Streams streams={health.streams} />}
      <Panel title={words.settings}>
        <dl className={classes['figures']}>
          <Fact name={words.source}>
            <code className={classes['code']}>{source}</code>
          </Fact>
          {isRead && <Fact name={words.poll}>{poll}</Fact>}
          <Fact name={words.silence}>{silence}</Fact>
          {isWritable && <Fact name={words.writes}>{writesBack ? words.writesOn(systemLabel) : words.writesOff}</Fact>}
        </dl>
      </Panel>
    </>
  );
}

function Fact({ name, tone, children }: { name: string; tone?: 'bad' | undefined; children: ReactNode }) {
  return (
    <div data-tone={tone}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function UpToDate({ isRead, readAt }: { isRead: boolean; readAt: string | null }) {
  if (!isRead) return messages.heard;
  if (readAt === null) return words.before;
  return (
    <>
      <Age since={readAt} /> {messages.ago}
    </>
  );
}

function Streams({ streams }: Pick<Connection['health'], 'streams'>) {
  const { streamColumns } = words;
  return (
    <Panel title={words.streams} flush>
      <CardTable columns={streamColumns}>
        {streams.map(({ stream, filledAt, fraction, pages, upTo, items, events }) => (
          <tr key={stream}>
            <td data-label={streamColumns.stream} data-wide>
              {sentenceCase(stream)}
            </td>
            <td data-label={streamColumns.done}>
              {filledAt ? words.filled : fraction === null ? (pages === 0 ? words.notBegun : '…') : formatShare(fraction)}
            </td>
            <td data-label={streamColumns.upTo}>{upTo ? <Instant at={upTo} /> : '–'}</td>
            <td data-label={streamColumns.items}>{formatCount(items)}</td>
            <td data-label={streamColumns.events}>{formatCount(events)}</td>
          </tr>
        ))}
      </CardTable>
    </Panel>
  );
}
