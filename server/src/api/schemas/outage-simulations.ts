/** Simulations of outages as callers say and see them. */
import { simulationSpec } from '@watchdesk/domain/outage-simulation';
import { z } from 'zod';
import { instantOut } from './basics.ts';

export { simulationSpec as simulationIn };

export const keepIn = z.strictObject({ name: z.string().trim().min(1).max(120) });

const number = z.number().nullable();
const band = z.object({ low: number, middle: number, high: number }).meta({
  id: 'SimulatedBand',
  description:
    'The median of the runs, and between which two values eight in ten of them lie. Null for what cannot be said, or did not come to an end.',
});
const bands = z.array(band).readonly();

const figures = z.object({
  tickets: band,
  moreTickets: band.meta({ description: 'Beyond the same day without it.' }),
  answered: band,
  gaveUp: band,
  stillWaiting: band.meta({ description: 'When the run ends, a day after what is shown.' }),
  meanWait: band.meta({ description: 'Minutes to the first human reply.' }),
  longWait: band.meta({ description: 'Minutes that nine in ten waits stay below.' }),
  breaches: band.meta({ description: 'Promises of a first response that are broken.' }),
  mostWaiting: band,
  workHours: band,
  recoveryMinutes: band.meta({ description: 'From the end of it until no more wait than on the same day without it.' }),
  cost: band.meta({ description: 'Of the work that it adds, in the currency of the cost of an hour.' }),
  satisfactionLoss: band.meta({ description: 'Points of CSAT below the same day without it.' }),
  mostExtraAgents: band,
  extraAgentHours: band,
});

const curves = { tickets: z.array(bands).readonly(), allTickets: bands, waiting: bands, serviceLevel: bands };

const result = z.object({
  hours: z.array(instantOut).readonly(),
  timeZone: z.string(),
  channels: z.array(z.string()).readonly(),
  customers: z.int(),
  slower: z.number(),
  atWork: z.array(z.number()).readonly().meta({ description: 'Agents at work by hour, on average of the weeks learnt.' }),
  learnt: z.object({ from: instantOut, to: instantOut, weeks: z.int(), efficiency: z.number() }),
  usual: z.object({
    allTickets: bands,
    waiting: bands,
    serviceLevel: bands,
    tickets: band,
    meanWait: band,
    breaches: band,
    satisfaction: band,
  }),
  responses: z.array(
    z.object({
      response: simulationSpec.shape.responses.element,
      numbers: figures,
      difference: figures.meta({ description: 'As against the first response, run by run.' }),
      ...curves,
      extraAgents: bands.meta({ description: 'Beyond those at work, and beyond what the ordinary day lacks.' }),
    }),
  ),
});

const kept = z.object({
  id: z.string(),
  name: z.string().nullable().meta({ description: 'Null for one that nobody has kept.' }),
  isMine: z.boolean(),
  savedBy: z.string().nullable(),
  savedAt: instantOut,
  spec: simulationSpec,
});

export const simulationOut = kept.extend({ result }).meta({ id: 'OutageSimulation' });
export const simulationList = z.object({ simulations: z.array(kept) });
export const runningOut = z.object({
  running: z.object({ done: z.int(), of: z.int() }).nullable().meta({ description: 'Runs done, of how many.' }),
});

const compared = z.object({
  tickets: z.number().meta({ description: 'A week.' }),
  meanWait: number.meta({ description: 'Minutes to the first human reply.' }),
  medianWait: number,
});
const check = { actual: compared, simulated: compared };

export const baselineOut = z
  .object({
    from: instantOut,
    to: instantOut,
    weeks: z.int(),
    learntAt: instantOut,
    timeZone: z.string(),
    staffFrom: z.enum(['presence', 'replies']),
    workFrom: z.enum(['activity', 'assumed']),
    efficiency: z.number().meta({ description: 'The share of the time at work that goes into tickets, as it was fitted.' }),
    agentsAtWork: z.number().meta({ description: 'On average of all hours.' }),
    satisfaction: z.object({ at1: z.number(), perDoubling: z.number(), responses: z.int() }).nullable(),
    all: z.object(check),
    channels: z.array(z.object({ channel: z.string(), personShare: z.number(), patience: number, ...check })),
    services: z.array(z.object({ service: z.string(), tickets: z.int(), slower: z.number() })),
    regions: z.array(z.object({ region: z.string(), customers: z.int() })),
  })
  .meta({ id: 'OutageBaseline' });

export const replayOut = z.object({
  id: z.string(),
  title: z.string(),
  scenario: simulationSpec.shape.scenario,
  days: z.int(),
  linked: z.object({ tickets: z.int(), customers: z.int() }),
  actual: z.object({ tickets: z.int(), meanWait: number, hours: z.array(z.number().nullable()) }),
});
