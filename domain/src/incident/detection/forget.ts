/** Takes out of what detection remembers who wrote, and their words. Counts stay: nothing of anybody can be read out of them. */
import type { DetectionState } from './detection.ts';
import type { Proposal } from './proposal.ts';
import { tallyWithout } from './tally.ts';
import type { HeardTicket } from './ticket.ts';

const forgotten =
  (customer: string) =>
  (ticket: HeardTicket): HeardTicket =>
    ticket.customer === customer ? { ...ticket, customer: null, words: [] } : ticket;

/** The proposal without the customer. How many wrote, and what all of them have in common, stays. */
export const proposalWithout = (proposal: Proposal, customer: string): Proposal => ({
  ...proposal,
  tickets: proposal.tickets.map(forgotten(customer)),
});

export const stateWithout = (state: DetectionState, customer: string): DetectionState => ({
  ...state,
  recent: state.recent.map(([ticket, counts]) => [forgotten(customer)(ticket), counts] as const),
  proposals: state.proposals.map((one) => proposalWithout(one, customer)),
  ...(state.tallies && {
    tallies: Object.fromEntries(Object.entries(state.tallies).map(([id, tally]) => [id, tallyWithout(tally, customer)])),
  }),
});

/** What is over and decided: its tickets by their ids alone. */
export const withoutPeople = (proposal: Proposal): Proposal => ({
  ...proposal,
  tickets: proposal.tickets.map((ticket) => ({ ...ticket, customer: null, words: [] })),
});
