/** What became of surveys: counts and reasons of the last thirty days, and the latest one by one. */
import { IconMessageStar } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import {
  CardTable,
  EmptyState,
  ErrorState,
  FacetFilter,
  formatCount,
  formatShare,
  Instant,
  Panel,
  RowsSkeleton,
  type StateTone,
  StateWord,
  TicketLink,
} from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { words } from './messages.ts';
import { type Outcome, type SurveyList, type SurveyRow, useSurveys } from './use-surveys.ts';
import own from './surveys.module.css';

const OUTCOMES = Object.keys(words.outcomes) as Outcome[];
const TONES: Record<Outcome, StateTone> = {
  scheduled: 'info',
  held: 'paused',
  sending: 'info',
  sent: 'idle',
  answered: 'good',
  failed: 'bad',
};

export function SentPanel() {
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const { data, error, refetch } = useSurveys(outcomes);
  const isNone = data?.surveys.length === 0 && outcomes.length === 0;
  return (
    <Panel title={words.sent} sentence={data && words.sentSentence(data.days)} flush>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} compact />}
      {!error && !data && <RowsSkeleton rows={4} />}
      {isNone && (
        <EmptyState icon={IconMessageStar} title={words.none}>
          {words.noneText}
        </EmptyState>
      )}
      {data && !isNone && (
        <>
          <Counts of={data} />
          <div className={own['filter']}>
            <FacetFilter
              label={words.outcome}
              options={OUTCOMES.map((value) => ({ value, label: words.outcomes[value], count: null }))}
              selected={outcomes}
              onChange={(chosen) => setOutcomes(chosen as Outcome[])}
            />
          </div>
          {data.surveys.length === 0 ? <p className={own['nobody']}>{words.noneSuch}</p> : <Rows of={data.surveys} />}
        </>
      )}
    </Panel>
  );
}

function Counts({ of: { counts, heldBecause } }: { of: SurveyList }) {
  return (
    <div className={own['counts']}>
      <dl className={classes['facts']}>
        {(Object.keys(words.counts) as Outcome[]).map((outcome) => (
          <div key={outcome}>
            <dt>{words.counts[outcome]}</dt>
            <dd>
              <b>{formatCount(counts[outcome])}</b>
              {outcome === 'answered' && counts.sent > 0 && (
                <span className={classes['quiet']}> {words.share(formatShare(counts.answered / counts.sent))}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {heldBecause.length > 0 && (
        <div>
          <p className={classes['quiet']} id="surveys-because">
            {words.because}
          </p>
          <ul className={own['reasons']} aria-labelledby="surveys-because">
            {heldBecause.map(({ reason, count }) => (
              <li key={reason}>
                {words.reasons[reason]} <b>{formatCount(count)}</b>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

const Rows = ({ of: surveys }: { of: readonly SurveyRow[] }) => (
  <CardTable columns={words.columns}>
    {surveys.map((one) => (
      <Row key={one.id} of={one} />
    ))}
  </CardTable>
);

function Row({ of: { ticket, survey, outcome, detail, automation, agent, dueAt, decidedAt, answeredAt } }: { of: SurveyRow }) {
  const { columns } = words;
  return (
    <tr>
      <Cell label={columns.at}>
        {outcome === 'scheduled' && `${words.due} `}
        <Instant at={answeredAt ?? decidedAt ?? dueAt} />
      </Cell>
      <Cell label={columns.ticket}>
        <TicketLink id={ticket} />
      </Cell>
      <Cell label={columns.kind}>
        {survey?.toUpperCase() ?? '–'}
        <div className={classes['quiet']}>{automation === null ? words.afterwards : <bdi>{words.byAutomation(automation)}</bdi>}</div>
      </Cell>
      <Cell label={columns.about}>{agent ? <bdi>{agent.name}</bdi> : '–'}</Cell>
      <Cell label={columns.state}>
        <StateWord tone={TONES[outcome]}>{words.outcomes[outcome]}</StateWord>
      </Cell>
      <Cell label={columns.why}>{detail ?? ''}</Cell>
    </tr>
  );
}

const Cell = ({ label, children }: { label: string; children: ReactNode }) => <td data-label={label}>{children}</td>;
