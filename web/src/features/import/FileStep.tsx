/** What a file is and how it is written: found out, and corrected where it is wrong. */
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import type { ImportDetection } from '../../api/client.ts';
import { formatCount, Panel, ScrollRegion } from '../../ui/index.ts';
import { cellAt, hasNaiveTimes, withCell } from './draft.ts';
import classes from './import.module.css';
import { messages } from './messages.ts';
import type { Mapping, Told } from './use-imports.ts';

const words = messages.file;
const options = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

interface FileStepProps {
  detection: ImportDetection;
  mapping: Mapping;
  isBusy: boolean;
  onTold: (part: Told) => void;
  onChange: (mapping: Mapping) => void;
}

export function FileStep({ detection, mapping, isBusy, onTold, onChange }: FileStepProps) {
  const { file, columns, targets, shape } = detection;
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')], []);
  const set = (path: string, value: unknown) => onChange(withCell(mapping, path, value));
  return (
    <>
      <Panel title={words.title} sentence={words.sentence(formatCount(detection.rowsSeen), detection.isWhole)}>
        <div className={classes['fields']}>
          <Select
            label={words.shape}
            description={words.shapeHints[shape]}
            data={options(words.shapes)}
            value={shape}
            allowDeselect={false}
            disabled={isBusy}
            onChange={(value) => value && onTold({ shape: value as ImportDetection['shape'] })}
          />
          <TextInput
            label={words.source}
            description={words.sourceHint}
            maxLength={64}
            value={text(mapping['source'])}
            error={
              /^[\w.-]{1,64}$/.test(text(mapping['source'])) ? undefined : 'must be 1 to 64 letters, digits, points, hyphens or underscores'
            }
            onChange={({ currentTarget: { value } }) => set('source', value)}
          />
          {hasNaiveTimes(mapping, targets, columns) && (
            <Select
              label={words.zone}
              description={words.zoneHint}
              data={zones}
              searchable
              limit={60}
              allowDeselect={false}
              value={text(mapping['zone'])}
              onChange={(value) => value && set('zone', value)}
            />
          )}
          {mapping['asOf'] !== undefined && (
            <TextInput
              label={words.asOf}
              description={words.asOfHint}
              type="date"
              value={text(cellAt(mapping, 'asOf'))}
              onChange={({ currentTarget: { value } }) => set('asOf', value)}
            />
          )}
          <Select
            label={words.delimiter}
            data={options(words.delimiters)}
            value={file.delimiter}
            allowDeselect={false}
            disabled={isBusy}
            onChange={(value) => value && onTold({ delimiter: value })}
          />
          <Select
            label={words.encoding}
            data={options(words.encodings)}
            value={file.encoding}
            allowDeselect={false}
            disabled={isBusy}
            onChange={(value) => value && onTold({ encoding: value as ImportDetection['file']['encoding'] })}
          />
          <Checkbox
            label={words.header}
            checked={file.header}
            disabled={isBusy}
            onChange={({ currentTarget: { checked } }) => onTold({ header: checked })}
          />
        </div>
        {detection.faultCount > 0 && (
          <div className={classes['note']} data-tone="warning">
            <p>{words.faults(formatCount(detection.faultCount))}</p>
            <ul>
              {detection.faults.map(({ line, reason }) => (
                <li key={line}>{words.faultAt(formatCount(line), reason)}</li>
              ))}
            </ul>
          </div>
        )}
      </Panel>
      <Panel title={words.rows} flush>
        <ScrollRegion label={words.rows} className={classes['sheet']}>
          <table>
            <thead>
              <tr>
                {columns.map(({ name }, index) => (
                  // Names may occur twice; their order never changes.
                  // oxlint-disable-next-line react/no-array-index-key
                  <th key={index} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {detection.rows.map((row, line) => (
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={line}>
                  {row.map((field, index) => (
                    // oxlint-disable-next-line react/no-array-index-key
                    <td key={index}>{field}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </Panel>
    </>
  );
}
