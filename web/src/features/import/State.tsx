/** How an import stands, in a word and the colour of its state. */
import type { ImportFile } from '../../api/client.ts';
import { StateWord, type StateTone } from '../../ui/index.ts';
import { messages } from './messages.ts';

const TONES: Partial<Record<ImportFile['state'], StateTone>> = {
  waiting: 'info',
  running: 'info',
  finished: 'good',
  stopped: 'warning',
  failed: 'bad',
};

export function State({ of: { state } }: { of: Pick<ImportFile, 'state'> }) {
  return <StateWord tone={TONES[state]}>{messages.states[state]}</StateWord>;
}
