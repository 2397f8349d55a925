/**
 * Why a number is so, beside the page it stands on: what it means, what it is made of, what was left out, the tickets behind it,
 * and the very statement that was run. The address says which number, so it is a link.
 */
import { Anchor, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Explanation } from '../api/client.ts';
import { useOwnTeams } from '../reach/index.ts';
import { useMayWriteRules, useSession } from '../session/session.ts';
import { ErrorState, formatCount, TextSkeleton } from '../ui/index.ts';
import { CopyButton } from './CopyButton.tsx';
import { useExplain, useExplained, useRecount } from './explain-search.ts';
import { words } from './explain-messages.ts';
import classes from './explain.module.css';
import { ExplainFacts } from './ExplainFacts.tsx';
import { ExplainSource } from './ExplainSource.tsx';
import { figureWords, isFew, valueWords } from './figure-words.ts';
import { HoursToggle } from './HoursToggle.tsx';
import type { Subject } from './question.ts';
import { TicketsBehind } from './TicketsBehind.tsx';
import { useExplanation } from './use-answer.ts';
import { useCatalogue } from './use-catalogue.ts';

type Part = Explanation['parts'][number];

const partWords = ({ value, unit }: Part): string => valueWords(value, unit);

/** The value as a sum in signs, where it is one of two sides: `412 ÷ 530 = 77.7 %`. */
function inSigns({ parts, metric, value }: Explanation): string | null {
  const side = (role: string) => parts.find((part) => part.role === role);
  const [above, below] = [side('numerator'), side('denominator')];
  if (!above || !below || parts.length > 2 || above.value === null || below.value === null) return null;
  return `${partWords(above)} ÷ ${partWords(below)} = ${valueWords(value, metric.unit)}`;
}

/** A rule that tells somebody when the number gets worse begins with it. */
function WatchLink({ subject: { metric, filters }, explanation: { value } }: { subject: Subject; explanation: Explanation }) {
  const writesAny = useMayWriteRules();
  const mayAct = useSession().scopes.includes('tickets:write');
  const own = useOwnTeams() ?? [];
  // A lead's rules are about the lead's teams.
  if (!writesAny && (!mayAct || own.length === 0)) return null;
  const search = { metric, ...(filters && { filters }), ...(value !== null && { value: Number(value.toPrecision(3)) }) };
  return (
    <Anchor component={Link} size="sm" {...({ to: '/alerts/new-rule', search } as object)}>
      {words.watch}
    </Anchor>
  );
}

function Value({ subject, explanation }: { subject: Subject; explanation: Explanation }) {
  const { value, n, withheld, metric, interval } = explanation;
  const recount = useRecount();
  const signs = inSigns(explanation);
  const [low, high] = interval ?? [];
  return (
    <div className={classes['top']}>
      <div>
        <p
          className={classes['value']}
          data-none={value === null || undefined}
          data-few={isFew({ value, n, unit: metric.unit }) || undefined}
        >
          {figureWords({ value, withheld }, metric.unit)}
        </p>
        {signs && <p className={classes['signs']}>{signs}</p>}
        <p className={classes['quiet']}>
          {words.n} {formatCount(n)}
          {low !== undefined && high !== undefined && ` · ${words.interval(valueWords(low, 'share'), valueWords(high, 'share'))}`}
          {isFew({ value, n, unit: metric.unit }) && ` · ${words.few}`}
        </p>
      </div>
      <div className={classes['tools']}>
        <CopyButton what={words.link} text={() => window.location.href} withLabel />
        <WatchLink subject={subject} explanation={explanation} />
        {metric.calendars.length > 1 && <HoursToggle value={metric.calendar ?? undefined} onChange={recount} />}
      </div>
    </div>
  );
}

function Parts({ parts }: Pick<Explanation, 'parts'>) {
  return (
    <dl className={classes['parts']}>
      {parts.map((part) => (
        <div key={`${part.role} ${part.figure}`}>
          <dt>
            {words.roles[part.role] ?? part.role}
            <span className={classes['quiet']}>{part.figure}</span>
          </dt>
          <dd>{partWords(part)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Excluded({ excluded }: Pick<Explanation, 'excluded'>) {
  if (excluded.length === 0) return <p className={classes['text']}>{words.nothingExcluded}</p>;
  return (
    <dl className={classes['parts']}>
      {excluded.map(({ population, reason, rows }) => (
        <div key={`${population} ${reason}`}>
          <dt>
            {words.reasons[reason] ?? reason}
            <span className={classes['quiet']}>{population}</span>
          </dt>
          <dd>{formatCount(rows)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes['section']} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Explained({ subject, explanation }: { subject: Subject; explanation: Explanation }) {
  const { metric } = explanation;
  return (
    <>
      <Value subject={subject} explanation={explanation} />
      <Section title={words.definition}>
        <p className={classes['text']}>{metric.description}</p>
        <p className={classes['formula']}>
          <span>{words.formula}</span> {metric.formula}
        </p>
      </Section>
      <Section title={words.parts}>
        <Parts parts={explanation.parts} />
      </Section>
      <Section title={words.excluded}>
        <Excluded excluded={explanation.excluded} />
      </Section>
      <Section title={words.how}>
        <ExplainFacts subject={subject} explanation={explanation} />
      </Section>
      <Section title={explanation.populations.some(({ fact }) => fact === 'presence_fact') ? words.behind : words.tickets}>
        <TicketsBehind subject={subject} explanation={explanation} />
      </Section>
      <ExplainSource subject={subject} explanation={explanation} />
    </>
  );
}

function Content({ subject }: { subject: Subject }) {
  const { data, error, refetch } = useExplanation(subject);
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <TextSkeleton lines={12} />;
  return <Explained subject={subject} explanation={data} />;
}

/** Open while the address names a number. */
export function ExplainPanel() {
  const subject = useExplained();
  const explain = useExplain();
  const { data: catalogue } = useCatalogue();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const name = subject ? (catalogue?.metric(subject.metric)?.label ?? subject.metric) : '';
  return (
    <Drawer
      opened={subject !== null}
      onClose={() => explain(null)}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '100%' : 560}
      title={name}
      classNames={{ title: classes['title'] ?? '', body: classes['body'] ?? '' }}
      overlayProps={{ backgroundOpacity: 0.2 }}
    >
      {subject && <Content key={JSON.stringify(subject)} subject={subject} />}
    </Drawer>
  );
}
