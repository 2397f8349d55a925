/** How many an outage hit, reckoned backwards from the tickets that it brought. */
import { modelOf, type Setting } from './run.ts';
import { DO_NOTHING, type Scenario } from './scenario.ts';
import { waveYield } from './wave.ts';

/**
 * The per cent of the setting's customers that such an outage has to hit for its wave to be as many tickets, on average and with the usual
 * assumptions; at most 100. 0 where it would bring none however many it hit.
 */
export function percentHit(setting: Setting, scenario: Scenario, days: number, tickets: number): number {
  const spec = { scenario, responses: [DO_NOTHING], assumptions: {}, runs: 1, days, seed: 1 };
  const { timeline, event, assumptions } = modelOf(setting, spec);
  const most = setting.customers * waveYield(setting.baseline, timeline.hours, event, assumptions);
  return most === 0 ? 0 : Math.min(100, (100 * tickets) / most);
}
