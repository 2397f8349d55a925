/** What is wrong with the four weeks ahead; what leaves a page unanswered first, and in red. */
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ScheduleSpec } from '@watchdesk/domain/on-call';
import type { OnCallSchedule } from '../../api/client.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { useTicking } from '../../ui/index.ts';
import classes from './on-call.module.css';
import { warningInWords } from './said.ts';

const BAD = new Set<string>(['gap', 'gone', 'on_holiday']);

export function Warnings({
  schedule: { warnings, spec },
}: {
  schedule: Pick<OnCallSchedule, 'warnings'> & { readonly spec: Pick<ScheduleSpec, 'layers'> };
}) {
  const zone = useTimeZone();
  const now = useTicking((at) => Math.floor(at / 60_000) * 60_000);
  if (warnings.length === 0) return null;
  return (
    <ul className={classes['warnings']}>
      {warnings.map((warning) => {
        const isBad = BAD.has(warning.kind);
        const Shape = isBad ? IconAlertTriangle : IconInfoCircle;
        return (
          <li key={`${warning.kind} ${warning.layer} ${warning.person?.id}`} data-bad={isBad || undefined}>
            <Shape size={15} stroke={1.7} aria-hidden="true" />
            <span>{warningInWords(warning, spec, now, zone)}</span>
          </li>
        );
      })}
    </ul>
  );
}
