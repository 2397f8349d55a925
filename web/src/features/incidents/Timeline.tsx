/** Everything said and done, the latest first. */
import type { Incident } from '../../api/client.ts';
import { Instant, Panel, TicketLink } from '../../ui/index.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';
import { type Moment, momentWords } from './timeline-words.ts';

const said = words.timeline;

function Item({ moment }: { moment: Moment }) {
  const { did, tone } = momentWords(moment);
  const { at, by, text, subject, ticket, isSuperseded } = moment;
  return (
    <li data-tone={tone} data-superseded={isSuperseded || undefined} title={isSuperseded ? said.superseded : undefined}>
      <p>
        {by === null && /^\p{Ll}/u.test(did) && <b>{said.system} </b>}
        {by && (
          <>
            <b>
              <bdi>{by.name}</bdi>
            </b>{' '}
          </>
        )}
        {did} {ticket !== null && <TicketLink id={ticket} />} <Instant at={at} />
      </p>
      {(subject !== null || text !== null) && (
        <blockquote className={classes['words']}>
          {subject !== null && <b>{subject}</b>}
          {text !== null && <p>{text}</p>}
        </blockquote>
      )}
    </li>
  );
}

export const Timeline = ({ incident: { timeline, isWhole } }: { incident: Incident }) => (
  <Panel title={said.title} {...(!isWhole && { sentence: said.cut })}>
    <ol className={classes['moments']}>
      {timeline.toReversed().map((moment) => (
        <Item key={`${moment.source} ${moment.id}`} moment={moment} />
      ))}
    </ol>
  </Panel>
);
