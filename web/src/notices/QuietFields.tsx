/** When it is to be quiet: hours of the day, days that are quiet all through, and the zone of both. */
import { Checkbox } from '@mantine/core';
import type { QuietHours } from '@watchdesk/domain/notification';
import { ZoneField } from '../period/ZoneField.tsx';
import { TimeInput } from '../ui/index.ts';
import { messages } from './messages.ts';
import classes from './notices.module.css';

const words = messages.quiet;

/** What is offered first: the night. */
export const USUAL_QUIET: QuietHours = { from: '20:00', to: '07:00', days: [] };

interface QuietFieldsProps {
  quiet: QuietHours;
  timeZone: string | null;
  /** What holds where no zone is chosen. */
  workspaceZone: string;
  onQuiet: (quiet: QuietHours) => void;
  onZone: (zone: string | null) => void;
  /** By the names of the fields below `quiet`, and `timeZone`. */
  faultOf: (field: string) => string | undefined;
}

export function QuietFields({ quiet, timeZone, workspaceZone, onQuiet, onZone, faultOf }: QuietFieldsProps) {
  const time = (name: 'from' | 'to') => (
    <TimeInput
      required
      withAsterisk={false}
      label={words[name]}
      value={quiet[name]}
      error={faultOf(`quiet.${name}`)}
      onTime={(value) => onQuiet({ ...quiet, [name]: value })}
    />
  );
  return (
    <div className={classes['quiet']}>
      <div className={classes['times']}>
        {time('from')}
        {time('to')}
        <ZoneField
          label={words.zone}
          value={timeZone}
          none={words.workspaceZone(workspaceZone)}
          error={faultOf('timeZone')}
          onChange={onZone}
        />
      </div>
      <Checkbox.Group
        label={words.days}
        value={quiet.days.map(String)}
        error={faultOf('quiet.days')}
        onChange={(days) => onQuiet({ ...quiet, days: days.map(Number).toSorted((a, b) => a - b) })}
      >
        <div className={classes['days']}>
          {words.dayNames.map((name, index) => (
            <Checkbox key={name} value={String(index + 1)} label={name} />
          ))}
        </div>
      </Checkbox.Group>
    </div>
  );
}
