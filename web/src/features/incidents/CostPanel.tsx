/** What it cost: tickets, people and credits, each number with the parts that it is made of. */
import type { ReactNode } from 'react';
import type { Incident } from '../../api/client.ts';
import { Duration, formatMoney, Panel } from '../../ui/index.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';

const said = words.cost;
type Cost = Incident['cost'];

const money = (amount: number, currency: string): string => formatMoney(amount, currency === '' ? null : currency);
/** All that is known of it, by currency. */
export const costWords = ({ totals }: Cost): string => totals.map(({ amount, currency }) => money(amount, currency)).join(', ');

const Line = ({ label, amount, children }: { label: ReactNode; amount: string | null; children: ReactNode }) => (
  <li>
    <span>{label}</span>
    <b>{amount ?? '–'}</b>
    <p>{children}</p>
  </li>
);

export function CostPanel({ cost }: { cost: Cost }) {
  const { shown, currency, tickets, people, overheadPercent, credits, creditPercent, creditsUnknown, totals } = cost;
  const overhead = overheadPercent > 0 ? said.overhead(overheadPercent) : '';
  return (
    <Panel title={said.title} sentence={said.sentence}>
      {shown !== 'parts' && <p className={classes['standing']}>{said.shown[shown]}</p>}
      {totals.length === 0 && shown === 'parts' && <p className={classes['standing']}>{said.none}</p>}
      <ul className={classes['cost']}>
        <Line label={said.tickets} amount={tickets.amount === null ? null : money(tickets.amount, currency)}>
          {tickets.each === null ? said.noEach(tickets.count) : said.each(tickets.count, money(tickets.each, currency))}
        </Line>
        {people.map(({ agent, seconds, hourly, amount }) => (
          <Line key={agent.id} label={<bdi>{agent.name ?? agent.id}</bdi>} amount={amount === null ? null : money(amount, currency)}>
            <Duration seconds={seconds} />, {hourly === null ? said.noHour : `${said.hour} ${money(hourly, currency)}${overhead}`}
          </Line>
        ))}
        {credits.map(({ organisation, amount, mrr, currency: of }) => (
          <Line key={organisation.id} label={<bdi>{organisation.name ?? organisation.id}</bdi>} amount={money(amount, of)}>
            {said.credits}: {said.credit(creditPercent ?? 0, money(mrr, of))}
          </Line>
        ))}
        {creditsUnknown > 0 && (
          <Line label={said.credits} amount={null}>
            {said.noCredit(creditsUnknown)}
          </Line>
        )}
        {totals.length > 0 && (
          <li data-total>
            <span>{said.total}</span>
            <b>{costWords(cost)}</b>
          </li>
        )}
      </ul>
    </Panel>
  );
}
