/** Low answers, those first that can still be followed up in time; each leads to its ticket. */
import { Button } from '@mantine/core';
import { IconCircleCheck, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { FollowUps as Answer, LowAnswer } from '../../api/client.ts';
import { ChartPanel } from '../../charts/index.ts';
import { Age, CustomerName, CustomerTier, EmptyState, formatCount, ticketNumber, TicketLink, useTicking } from '../../ui/index.ts';
import classes from './feedback.module.css';
import { contactWords, leftWords, scoreWords, stateName } from './follow-up-words.ts';
import { messages } from './messages.ts';

const words = messages.followUps;
/** The rest on request, since what follows matters as well. */
const FIRST = 6;

function State({ answer }: { answer: LowAnswer }) {
  const left = useTicking((now) => leftWords(answer, now));
  return (
    <span className={classes['state']} data-state={answer.state}>
      {left}
    </span>
  );
}

/** What the customer said; where it is not there, why. */
function Comment({ answer: { comment, hasComment, furtherAnswers } }: { answer: LowAnswer }) {
  if (comment !== null || furtherAnswers.length > 0)
    return (
      <>
        {comment !== null && <p className={classes['comment']}>{comment}</p>}
        {furtherAnswers.map(({ question, answer }) => (
          <p key={question} className={classes['further']}>
            {question} <b>{answer}</b>
          </p>
        ))}
      </>
    );
  return <p className={classes['silent']}>{hasComment ? words.unreadable : words.noComment}</p>;
}

function Row({ answer }: { answer: LowAnswer }) {
  const { score, scale, survey, customerTier, organisation, requester, ticket, agent, answeredAt } = answer;
  return (
    <li className={classes['low']}>
      <span className={classes['score']} title={words.surveys[survey]} data-worst={score <= 0.2 * scale || undefined}>
        {scoreWords(answer)}
      </span>
      <div className={classes['said']}>
        <Comment answer={answer} />
        <p className={classes['about']}>
          <TicketLink id={ticket} />
          <span>
            <CustomerName organisation={organisation} requester={requester} />
          </span>
          {customerTier && <CustomerTier value={customerTier} />}
          {agent && <span>{words.servedBy(agent.name)}</span>}
          <span>
            <Age since={answeredAt} /> {words.ago}
          </span>
        </p>
      </div>
      <State answer={answer} />
    </li>
  );
}

export function FollowUps({ followUps: { answers, counts, isWhole, period } }: { followUps: Answer }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? answers : answers.slice(0, FIRST);
  const done = counts ? counts.inTime + counts.late : 0;
  return (
    <ChartPanel
      title={words.title}
      definition={words.definition}
      sentence={
        answers.length > 0 && counts
          ? words.sentence(formatCount(answers.length), formatCount(done), formatCount(counts.inTime), isWhole)
          : undefined
      }
      file={`low-answers-${period.from.slice(0, 10)}`}
      table={{
        columns: [...words.columns],
        rows: answers.map((one) => [
          ticketNumber(one.ticket),
          words.surveys[one.survey] ?? one.survey,
          one.score,
          one.scale,
          one.answeredAt,
          one.organisation?.name ?? one.requester?.name ?? null,
          one.agent?.name ?? null,
          one.comment,
          one.furtherAnswers.map(({ question, answer }) => `${question} ${answer}`).join('; ') || null,
          stateName(one.state),
          one.contact ? contactWords(one.contact) : null,
        ]),
      }}
    >
      {answers.length === 0 ? (
        <EmptyState icon={counts ? IconCircleCheck : IconLock} title={counts ? words.none : words.hidden} compact>
          {counts ? words.noneText : words.hiddenText}
        </EmptyState>
      ) : (
        <ul className={classes['lows']} aria-label={words.title}>
          {shown.map((answer) => (
            <Row key={`${answer.ticket} ${answer.survey} ${answer.answeredAt}`} answer={answer} />
          ))}
        </ul>
      )}
      {shown.length < answers.length && (
        <Button variant="default" size="xs" mt={12} onClick={() => setAll(true)}>
          {words.all(formatCount(answers.length))}
        </Button>
      )}
    </ChartPanel>
  );
}
