/** E-mail: whether letters go and by which server, what became of them, and a test message. */
import { IconMail, IconMailOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CardTable, EmptyState, ErrorState, formatCount, Instant, Panel, PlaceHead, RowsSkeleton } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { words } from './messages.ts';
import { TestMessage } from './TestMessage.tsx';
import { type MailState, useMail } from './use-mail.ts';

export function MailPage() {
  const { data, error, refetch } = useMail();
  return (
    <div className={classes['page']}>
      <PlaceHead title={words.title} text={words.text}>
        {data?.isConfigured && <TestMessage />}
      </PlaceHead>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={4} />}
      {data && <Server of={data} />}
      {data?.isConfigured && data.letters.length === 0 && (
        <EmptyState icon={IconMail} title={words.none}>
          {words.noneText}
        </EmptyState>
      )}
      {data && data.letters.length > 0 && <Letters letters={data.letters} />}
    </div>
  );
}

function Server({ of: { isConfigured, server, from, counts, ofNoWorkspace } }: { of: MailState }) {
  if (!isConfigured)
    return (
      <EmptyState icon={IconMailOff} title={words.off}>
        {words.offText}
      </EmptyState>
    );
  return (
    <Panel title={words.server}>
      <dl className={classes['facts']}>
        <Fact name={words.by}>
          <span className={classes['code']}>{server}</span>
        </Fact>
        <Fact name={words.from}>{from}</Fact>
        <Fact name={words.counts.waiting}>{formatCount(counts.waiting)}</Fact>
        <Fact name={words.counts.failed}>{formatCount(counts.failed)}</Fact>
        <Fact name={words.counts.sent}>{formatCount(counts.sent)}</Fact>
        <Fact name={words.lastSent}>{counts.lastSentAt ? <Instant at={counts.lastSentAt} /> : words.never}</Fact>
      </dl>
      {(ofNoWorkspace.waiting > 0 || ofNoWorkspace.failed > 0) && (
        <p className={classes['text']}>{words.ofNoWorkspace(formatCount(ofNoWorkspace.waiting), formatCount(ofNoWorkspace.failed))}</p>
      )}
    </Panel>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function Letters({ letters }: { letters: MailState['letters'] }) {
  const { columns } = words;
  return (
    <Panel title={words.list} flush>
      <CardTable columns={columns}>
        {letters.map((letter) => (
          <tr key={letter.id}>
            <td data-label={columns.kind}>{words.kinds[letter.template as keyof typeof words.kinds] ?? letter.template}</td>
            <td data-label={columns.to}>
              <bdi>{letter.to}</bdi>
            </td>
            <td data-label={columns.made}>
              <Instant at={letter.madeAt} />
            </td>
            <td data-label={columns.state} data-wide>
              <State of={letter} />
            </td>
          </tr>
        ))}
      </CardTable>
    </Panel>
  );
}

function State({ of: { state, attempts, reason, nextAt, endedAt } }: { of: MailState['letters'][number] }) {
  const at = nextAt ?? endedAt;
  return (
    <>
      {words.states[state]} {at && <Instant at={at} />}
      {reason !== null && (
        <div className={classes['quiet']}>
          {words.tries(attempts)}: {reason}
        </div>
      )}
    </>
  );
}
