/** Who stands out for their mix of cases, what is clearly worse than expected, and whose hands are too full: a sentence each. */
import type { PeopleComparison } from '../../api/client.ts';
import { useCatalogue, valueWords } from '../../numbers/index.ts';
import { AgentLink } from '../../reach/index.ts';
import { formatCount, formatNumber, Panel } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './people.module.css';

type Top = PeopleComparison['tops'][number];

function TopSentence({ top }: { top: Top }) {
  const { data: catalogue } = useCatalogue();
  const unit = catalogue?.metric(top.metric)?.unit ?? 'number';
  if (top.kind === 'volume') return messages.stand.volumeOf(formatCount(top.value));
  if (top.kind === 'versatility') return messages.stand.versatilityOf(formatNumber(top.value, 1), formatCount(top.n));
  return messages.stand.of(valueWords(top.value, unit), valueWords(top.expected, unit), formatCount(top.n));
}

function Tops({ tops }: Pick<PeopleComparison, 'tops'>) {
  return (
    <Panel title={messages.stand.title} sentence={messages.stand.sentence}>
      {tops.length === 0 ? (
        <p className={classes['text']}>{messages.stand.none}</p>
      ) : (
        <dl className={classes['tops']}>
          {tops.map((top) => (
            <div key={top.kind}>
              <dt>{messages.stand[top.kind]}</dt>
              <dd>
                <strong>
                  <AgentLink id={top.person.id}>{top.person.name}</AgentLink>
                </strong>{' '}
                <TopSentence top={top} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}

function Improvement({ hint }: { hint: PeopleComparison['improve'][number] }) {
  const { data: catalogue } = useCatalogue();
  const metric = catalogue?.metric(hint.metric);
  const say = (value: number) => valueWords(value, metric?.unit ?? 'number');
  return (
    <li>
      <strong>
        <AgentLink id={hint.person.id}>{hint.person.name}</AgentLink>
      </strong>{' '}
      {messages.hints.worse(
        metric?.label ?? hint.metric,
        say(hint.value),
        say(hint.expected),
        say(hint.low),
        say(hint.high),
        formatCount(hint.n),
      )}
    </li>
  );
}

function Hints({ improve, level }: Pick<PeopleComparison, 'improve' | 'level'>) {
  const isNothing = improve.length === 0 && !level;
  return (
    <Panel title={messages.hints.title} sentence={messages.hints.sentence}>
      {isNothing && <p className={classes['text']}>{messages.hints.none}</p>}
      <ul className={classes['hints']}>
        {level && (
          <li>
            <strong>
              <AgentLink id={level.from.person.id}>{level.from.person.name}</AgentLink>
            </strong>{' '}
            {messages.hints.level(
              formatCount(level.from.held),
              formatNumber(level.mean, 1),
              level.to.person.name,
              formatCount(level.to.held),
              formatCount(level.move),
            )}
          </li>
        )}
        {improve.map((hint) => (
          <Improvement key={`${hint.person.id} ${hint.metric}`} hint={hint} />
        ))}
      </ul>
    </Panel>
  );
}

export function StandOut({ comparison: { tops, improve, level } }: { comparison: PeopleComparison }) {
  return (
    <div className={classes['halves']}>
      <Tops tops={tops} />
      <Hints improve={improve} level={level} />
    </div>
  );
}
