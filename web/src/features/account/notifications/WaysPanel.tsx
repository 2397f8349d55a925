/** By which ways somebody hears of what, a row for each severity. */
import { Checkbox } from '@mantine/core';
import { SeverityMark, noticeMessages, type Severity } from '../../../notices/index.ts';
import { useSession } from '../../../session/session.ts';
import { Panel } from '../../../ui/index.ts';
import classes from '../account.module.css';
import { words } from './messages.ts';
import own from './notifications.module.css';
import type { Preferences, Way } from './use-preferences.ts';

const said = words.what;
const WAYS = Object.keys(said.ways) as Way[];
const SEVERITIES = (Object.keys(said.hints) as Severity[]).toReversed();

interface WaysPanelProps {
  preferences: Preferences;
  onChange: (part: Pick<Preferences, 'ways'>) => void;
}

export function WaysPanel({ preferences: { ways }, onChange }: WaysPanelProps) {
  const isPersona = useSession().account === null;
  const toggle = (severity: Severity, way: Way, isOn: boolean) =>
    onChange({ ways: { ...ways, [severity]: WAYS.filter((one) => (one === way ? isOn : ways[severity].includes(one))) } });
  return (
    <Panel title={said.title} sentence={said.sentence}>
      <table className={own['ways']}>
        <thead>
          <tr>
            <th scope="col">{said.columns.severity}</th>
            {WAYS.map((way) => (
              <th key={way} scope="col">
                {said.ways[way]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SEVERITIES.map((severity) => (
            <tr key={severity}>
              <th scope="row">
                <div className={own['severity']}>
                  <SeverityMark severity={severity} />
                  <span className={classes['quiet']}>{said.hints[severity]}</span>
                </div>
              </th>
              {WAYS.map((way) => (
                <td key={way}>
                  <Checkbox
                    size="md"
                    aria-label={said.wayOf(noticeMessages.severities[severity], said.ways[way])}
                    checked={ways[severity].includes(way)}
                    onChange={({ currentTarget: { checked } }) => toggle(severity, way, checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isPersona && <p className={classes['text']}>{said.noAddress}</p>}
    </Panel>
  );
}
