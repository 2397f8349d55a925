/**
 * A ticket's state → the rows it contributes to analytics. Pure and without a clock: what still lasts has no end and
 * no duration, so a row changes only when its ticket does.
 */
import type { KeptClock, Measure } from '../sla/index.ts';
import type { TicketState } from '../ticket/index.ts';
import { activityFactsOf, escalationFactsOf, responseFactsOf, segmentFactsOf, type TeamOf } from './child-facts.ts';
import type { HiddenAs, TicketFacts, TicketHead } from './rows.ts';
import { slaFactsOf } from './sla-facts.ts';
import { surveyFactsOf } from './survey-facts.ts';
import { ticketFactOf } from './ticket-fact.ts';

const NOBODYS: TeamOf = () => null;

/**
 * `clocks` as they are kept beside the state; `teamOf` what the directory knows of those who worked on it; `business` the
 * ticket's business time (sla/business-time.ts), null where no calendar is known.
 */
export const factsOf = (
  state: TicketState,
  clocks: readonly KeptClock[] = [],
  teamOf: TeamOf = NOBODYS,
  business: Measure | null = null,
): TicketFacts => ({
  head: headOf(state),
  ticket: ticketFactOf(state, business),
  responses: responseFactsOf(state, business),
  segments: segmentFactsOf(state, business),
  escalations: escalationFactsOf(state),
  surveys: surveyFactsOf(state),
  activities: activityFactsOf(state, teamOf),
  sla: slaFactsOf(state, clocks),
});

const headOf = (state: TicketState): TicketHead => ({
  ticket: state.id,
  createdAt: state.createdAt,
  hiddenAs: hiddenAs(state),
  channel: state.now.channel,
  requester: state.now.requester,
  organisation: state.now.organisation,
  serviceSite: state.now.serviceSite,
  custom: customOf(state.customFields),
});

/** Longer is a note, and no value that anybody groups by. */
const LONGEST_VALUE = 200;

const customOf = (fields: TicketState['customFields']): TicketHead['custom'] =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? value.join(', ') : value === null ? '' : String(value);
      return text === '' ? [] : [[name, text.slice(0, LONGEST_VALUE)]];
    }),
  );

/** Hidden tickets are counted by nobody but keep their rows, so that taking it back restores the numbers (docs/definitions.md, D.7). */
function hiddenAs({ deleted, spam, mergedInto }: TicketState): HiddenAs | null {
  if (deleted) return 'deleted';
  if (spam) return 'spam';
  return mergedInto === null ? null : 'merged';
}
