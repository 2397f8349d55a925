/** Where an incident stands, in a word. */
import type { IncidentBrief } from '../api/client.ts';
import { StateWord, type StateTone } from '../ui/index.ts';
import { messages } from './messages.ts';

const TONES: Record<IncidentBrief['stage'], StateTone> = {
  proposed: 'info',
  dismissed: 'idle',
  investigating: 'bad',
  identified: 'warning',
  monitoring: 'info',
  resolved: 'good',
  closed: 'idle',
};

export const StageWord = ({ stage }: Pick<IncidentBrief, 'stage'>) => <StateWord tone={TONES[stage]}>{messages.stages[stage]}</StateWord>;
