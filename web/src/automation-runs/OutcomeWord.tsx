/** What came of it, in a word. */
import type { AutomationRun } from '../api/client.ts';
import { StateWord, type StateTone } from '../ui/index.ts';
import { messages } from './messages.ts';

const TONES: Readonly<Record<AutomationRun['outcome'], StateTone>> = {
  ran: 'good',
  waits: 'info',
  not_met: 'idle',
  stopped: 'warning',
  not_triggered: 'idle',
};

/** `isDry`: it was only tried. */
export const OutcomeWord = ({ outcome, isDry = false }: { outcome: AutomationRun['outcome']; isDry?: boolean }) => (
  <StateWord tone={TONES[outcome]}>{(isDry ? messages.dryOutcomes : messages.outcomes)[outcome]}</StateWord>
);
