/** When letters may come: not in quiet hours, not off shift, or once a day. */
import { Switch } from '@mantine/core';
import { QuietFields, USUAL_QUIET } from '../../../notices/index.ts';
import { Panel, TimeInput } from '../../../ui/index.ts';
import classes from '../account.module.css';
import { words } from './messages.ts';
import own from './notifications.module.css';
import type { Preferences } from './use-preferences.ts';

const said = words.when;

interface WhenPanelProps {
  preferences: Preferences;
  workspaceZone: string;
  faultOf: (field: string) => string | undefined;
  onChange: (part: Partial<Preferences>) => void;
}

export function WhenPanel({ preferences: { quiet, onShiftOnly, digestAt, timeZone }, workspaceZone, faultOf, onChange }: WhenPanelProps) {
  return (
    <Panel title={said.title} sentence={said.sentence}>
      <div className={classes['form']}>
        <Switch
          label={said.quiet}
          description={said.quietHint}
          checked={quiet !== null}
          onChange={({ currentTarget: { checked } }) => onChange({ quiet: checked ? USUAL_QUIET : null })}
        />
        {quiet && (
          <QuietFields
            quiet={quiet}
            timeZone={timeZone}
            workspaceZone={workspaceZone}
            faultOf={faultOf}
            onQuiet={(changed) => onChange({ quiet: changed })}
            onZone={(zone) => onChange({ timeZone: zone })}
          />
        )}
        <Switch
          label={said.shift}
          description={said.shiftHint}
          checked={onShiftOnly}
          onChange={({ currentTarget: { checked } }) => onChange({ onShiftOnly: checked })}
        />
        <div className={own['digest']}>
          <Switch
            label={said.digest}
            checked={digestAt !== null}
            onChange={({ currentTarget: { checked } }) => onChange({ digestAt: checked ? said.usualDigest : null })}
          />
          {digestAt !== null && (
            <TimeInput
              size="xs"
              aria-label={said.digestAt}
              value={digestAt}
              error={faultOf('digestAt')}
              onTime={(time) => onChange({ digestAt: time })}
            />
          )}
        </div>
      </div>
    </Panel>
  );
}
