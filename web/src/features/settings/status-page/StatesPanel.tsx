/** In which state components are, and the way to set one by hand. */
import { NativeSelect } from '@mantine/core';
import { COMPONENT_STATES, type ComponentState } from '@watchdesk/domain/status-page';
import { ErrorState, formatShare, Panel, type StateTone, StateWord } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { words } from './messages.ts';
import type { Draft } from './status-form.ts';
import own from './status-page.module.css';
import { type StatusPageState, useSetComponent } from './use-status-page.ts';

const TONES: Record<ComponentState, StateTone> = {
  operational: 'good',
  maintenance: 'info',
  degraded: 'paused',
  partial_outage: 'bad',
  major_outage: 'bad',
};

export function StatesPanel({ settings, components }: { settings: Draft; components: StatusPageState['components'] }) {
  const set = useSetComponent();
  return (
    <Panel title={words.byHand} sentence={words.byHandSentence}>
      <ul className={own['states']}>
        {components.map(({ id, state, up, knownDays, byHand }) => {
          const name = settings.components.find((one) => one.id === id)?.name ?? id;
          return (
            <li key={id}>
              <bdi>{name}</bdi>
              <StateWord tone={TONES[state]}>{words.states[state]}</StateWord>
              <span className={classes['quiet']}>{up === null ? words.noData : words.upShare(formatShare(up), knownDays)}</span>
              <NativeSelect
                size="xs"
                aria-label={words.stateOf(name)}
                data={[{ value: '', label: words.follows }, ...COMPONENT_STATES.map((value) => ({ value, label: words.states[value] }))]}
                value={byHand ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  set.mutate({ component: id, state: value === '' ? null : (value as ComponentState) })
                }
              />
            </li>
          );
        })}
      </ul>
      {set.error && <ErrorState error={set.error} compact />}
    </Panel>
  );
}
