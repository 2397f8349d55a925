/** What comes of the payloads: events as they would be taken, what would be refused and why, and words that nobody explained. */
import { ErrorState, Panel, type Problem } from '../../../ui/index.ts';
import { words } from './messages.ts';
import { inWords, type Json } from './sample.ts';
import type { Preview } from './use-webhook-mapping.ts';
import classes from './webhook-mapping.module.css';

interface PreviewPanelProps {
  preview: Preview | undefined;
  problem: Problem | undefined;
  error: unknown;
  hasSample: boolean;
}

export function PreviewPanel({ preview, problem, error, hasSample }: PreviewPanelProps) {
  return (
    <Panel title={words.preview} sentence={preview && !problem ? words.previewSentence(preview.events.length) : undefined}>
      <div className={classes['preview']} aria-live="polite">
        {!hasSample && <p className={classes['hint']}>{words.waiting}</p>}
        {problem && problem.fields.length > 0 ? (
          <Faults fields={problem.fields} />
        ) : error ? (
          <ErrorState error={error} compact />
        ) : (
          preview && <Outcome {...preview} />
        )}
      </div>
    </Panel>
  );
}

function Faults({ fields }: { fields: Problem['fields'] }) {
  return (
    <div className={classes['refused']}>
      <h3>{words.faults}</h3>
      <ul>
        {fields.map(({ field, message }) => (
          <li key={field + message}>
            <code>{field}</code> {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Outcome({ events, rejects, warnings }: Preview) {
  return (
    <>
      {rejects.length > 0 && (
        <div className={classes['refused']}>
          <h3>{words.rejects}</h3>
          <ul>
            {rejects.map(({ field, reason, item }, index) => (
              <li key={index}>
                <code>{field || '—'}</code> {reason}
                <span className={classes['item']}>{inWords(item, 120)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {warnings.length > 0 && (
        <div className={classes['warned']}>
          <h3>{words.warnings}</h3>
          <ul>
            {warnings.map(({ what, value }) => (
              <li key={what + value}>{words.warning(what, value)}</li>
            ))}
          </ul>
        </div>
      )}
      {events.length === 0 && rejects.length === 0 && <p className={classes['hint']}>{words.noEvents}</p>}
      <ol className={classes['events']}>
        {events.map((event) => (
          <EventCard key={event.id} event={event} />
        ))}
      </ol>
    </>
  );
}

function EventCard({ event: { type, at, ticket, actor, data, isSynthetic } }: { event: Preview['events'][number] }) {
  return (
    <li className={classes['event']}>
      <div className={classes['eventHead']}>
        <b>{type}</b>
        {ticket && <code>{ticket}</code>}
      </div>
      <p className={classes['hint']}>
        {at.replace('T', ' ').replace('.000Z', ' UTC').replace('Z', ' UTC')} · {actor.kind}
        {actor.id && ` ${actor.id}`}
        {isSynthetic && ` · ${words.synthetic}`}
      </p>
      <dl className={classes['data']}>
        {Object.entries(data).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{inWords(value as Json, 160)}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
