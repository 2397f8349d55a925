/** Who the customer is, in the few facts that change how one answers. */
import type { CustomerContext, TicketRow } from '../../api/client.ts';
import { countryName, CustomerTier, formatMoney, Name, NONE, Person, sentenceCase } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './panel.module.css';

const words = messages.panel;

export function CustomerCard({ customer, ticket }: { customer: CustomerContext | null; ticket: TicketRow }) {
  const organisation = customer?.organisation ?? ticket.organisation;
  const facts: [string, string][] = [
    [
      words.plan,
      organisation
        ? [organisation.plan, formatMoney(organisation.mrr, organisation.currency)].filter((part) => part && part !== NONE).join(' · ') ||
          NONE
        : NONE,
    ],
    [words.health, organisation?.health ? sentenceCase(organisation.health) : NONE],
    [words.location, [customer?.city, customer?.country && countryName(customer.country)].filter(Boolean).join(', ') || NONE],
    [words.openTickets, customer ? String(customer.openTickets) : NONE],
  ];
  return (
    <section className={classes['customer']} aria-label={words.customer}>
      <div className={classes['who']}>
        <Person person={customer ?? ticket.requester} kind="customer" size={28} />
        {organisation && (
          <span className={classes['company']}>
            <Name of={organisation} />
          </span>
        )}
        {organisation?.customerTier && <CustomerTier value={organisation.customerTier} />}
      </div>
      <dl className={classes['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
