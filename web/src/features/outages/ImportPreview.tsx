/** What of a table comes in, as it would be, and which rows cannot, each with its line and why. */
import type { paths } from '../../api/schema.d.ts';
import { CardTable, formatCount, formatFullInstant, NONE, Panel } from '../../ui/index.ts';
import { coordinates, Shape } from '../../outage-map/index.ts';
import classes from './map.module.css';
import { words } from './messages.ts';

export type Preview = paths['/api/v1/outages/csv/preview']['post']['responses'][200]['content']['application/json'];

const text = words.import;
const { columns } = words.table;
const SHOWN = 8;

export function ImportPreview({ preview, timeZone }: { preview: Preview; timeZone: string }) {
  const { rows, taken, rejected, noted, outages, rejects, notes } = preview;
  const when = (at: string | null) => (at === null ? NONE : formatFullInstant(at, timeZone));
  return (
    <>
      {rejected > 0 && <Lines title={text.rejects(rejected)} lines={rejects} />}
      {noted > 0 && <Lines title={text.notes(noted)} lines={notes} />}
      <Panel title={text.preview} sentence={text.counts(formatCount(taken), formatCount(rows))} flush>
        <CardTable
          columns={{
            severity: columns.severity,
            name: columns.name,
            source: columns.source,
            where: columns.where,
            startedAt: columns.startedAt,
            endedAt: columns.endedAt,
            estimatedAt: text.fields.estimatedAt,
          }}
        >
          {outages.slice(0, SHOWN).map((one) => (
            <tr key={`${one.source} ${one.externalId}`}>
              <td data-label={columns.severity}>
                <span className={classes['marked']}>
                  <Shape severity={one.severity} isPlanned={one.isPlanned} />
                  {one.severity}
                </span>
              </td>
              <td data-label={columns.name}>
                <bdi>{one.title || one.externalId}</bdi>
              </td>
              <td data-label={columns.source}>
                <bdi>{one.source}</bdi>
              </td>
              <td data-label={columns.where}>
                {one.latitude !== null && one.longitude !== null ? coordinates(one.latitude, one.longitude) : NONE}
              </td>
              <td data-label={columns.startedAt}>{when(one.startedAt)}</td>
              <td data-label={columns.endedAt}>{when(one.endedAt)}</td>
              <td data-label={text.fields.estimatedAt}>{when(one.estimatedAt)}</td>
            </tr>
          ))}
        </CardTable>
      </Panel>
    </>
  );
}

const Lines = ({ title, lines }: { title: string; lines: Preview['rejects'] }) => (
  <Panel title={title} flush>
    <CardTable columns={{ line: text.line, reason: text.reason, row: text.row }}>
      {lines.map(({ line, reason, row }) => (
        <tr key={`${line} ${reason}`}>
          <td data-label={text.line}>{formatCount(line)}</td>
          <td data-label={text.reason}>
            <bdi>{reason}</bdi>
          </td>
          <td data-label={text.row} data-wide>
            <code className={classes['raw']}>{row}</code>
          </td>
        </tr>
      ))}
    </CardTable>
  </Panel>
);
