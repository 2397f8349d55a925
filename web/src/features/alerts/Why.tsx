/** Why it fired: the rule in words, the number explained, and what is usual beside it. */
import { Link } from '@tanstack/react-router';
import { ExplainNumber } from '../../notices/ExplainNumber.tsx';
import { useCatalogue, valueWords } from '../../numbers/index.ts';
import { formatNumber, Panel } from '../../ui/index.ts';
import classes from './alerts.module.css';
import { words } from './messages.ts';
import type { AlertDetail } from './use-alerts.ts';

const said = words.one;

/** The values of the same hour of the weeks before, and this one, as bars from zero. */
function Unusual({ alert: { unusual, value, why } }: { alert: AlertDetail }) {
  const { data: catalogue } = useCatalogue();
  const unit = catalogue?.metric(why.explain?.metrics[0] ?? '')?.unit;
  if (!unusual || value === null || !unit) return null;
  const most = Math.max(value, ...unusual.before, Number.EPSILON);
  const rows = [
    ...unusual.before.map((one, index) => ({ name: words.one.weeksAgo(unusual.before.length - index), value: one })),
    { name: said.unusualNow, value },
  ];
  return (
    <figure className={classes['unusual']}>
      <figcaption>
        <b>{said.unusual}</b> {said.unusualText(valueWords(unusual.usual, unit), unusual.weeks, formatNumber(unusual.deviations))}
      </figcaption>
      <ol>
        {rows.map(({ name, value: one }, index) => (
          <li key={name} data-now={index === rows.length - 1 || undefined}>
            <span>{name}</span>
            <span className={classes['bar']} style={{ width: `${Math.max(0, (100 * one) / most)}%` }} aria-hidden="true" />
            <b>{valueWords(one, unit)}</b>
          </li>
        ))}
      </ol>
    </figure>
  );
}

export function Why({ alert }: { alert: AlertDetail }) {
  const { why, rule } = alert;
  // Of tickets the list of them says more.
  const facts = alert.value === null ? [] : alert.facts;
  return (
    <Panel title={said.why}>
      {facts.length > 0 && (
        <dl className={classes['figures']}>
          {facts.map(({ label, value }) => (
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
        {why.text} <ExplainNumber question={why.explain} className={classes['explain']} />
      </p>
      <Unusual alert={alert} />
      <Link to="/alerts/rules/$ruleId" params={{ ruleId: rule.id }} className={classes['more']}>
        {said.rule}
      </Link>
    </Panel>
  );
}
