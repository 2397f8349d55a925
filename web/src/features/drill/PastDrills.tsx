/** The drills that have ended, the newest first. */
import { IconTarget } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { OutageDrillBrief } from '../../api/index.ts';
import { CardTable, EmptyState, formatCount, Instant, NONE, Panel } from '../../ui/index.ts';
import classes from './drill.module.css';
import { words } from './messages.ts';

const said = words.past;

export function PastDrills({ drills }: { drills: readonly OutageDrillBrief[] }) {
  if (drills.length === 0)
    return (
      <EmptyState icon={IconTarget} title={said.none}>
        {said.noneText}
      </EmptyState>
    );
  return (
    <Panel title={said.title} flush>
      <CardTable columns={said.columns}>
        {drills.map(({ id, title, startedAt, startedBy, pace, endedFor, total }) => (
          <tr key={id}>
            <td data-wide>
              <Link to="/incidents/drill/$drillId" params={{ drillId: id }} className={classes['name']}>
                {id} {title}
              </Link>
            </td>
            <td data-label={said.columns.started}>
              <Instant at={startedAt} />
            </td>
            <td data-label={said.columns.by}>
              <bdi>{startedBy}</bdi>
            </td>
            <td data-label={said.columns.pace}>{said.pace(pace)}</td>
            <td data-label={said.columns.ended}>{endedFor === null ? NONE : words.ended.for[endedFor]}</td>
            <td data-label={said.columns.score}>
              <b>{formatCount(total)}</b>
            </td>
          </tr>
        ))}
      </CardTable>
    </Panel>
  );
}
