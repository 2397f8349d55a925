/** How many customers there are, which no ticket says: what tickets are counted for each hundred of. */
import { population } from './population.ts';

/** Demand is held against them, so they tell of nobody's work. */
export const CUSTOMERS = population({
  id: 'customers',
  fact: 'customer_fact',
  description:
    'Customers of whom a source has told, since the day it says or else since it first told of them, until they were erased, clipped to the period; country and organisation are those of now.',
  period: { by: 'overlap', from: 'started_at', to: 'ended_at' },
  tells: 'demand',
  dimensions: { customer: 'customer', country: 'country', organisation: 'organisation' },
});
