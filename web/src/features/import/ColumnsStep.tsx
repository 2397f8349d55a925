/** What the columns mean: each with what it holds, and below it the questions that only a person can answer. */
import type { ImportColumn, ImportDetection } from '../../api/client.ts';
import { Panel } from '../../ui/index.ts';
import { Activities, FieldNames } from './ValueMeanings.tsx';
import { ColumnRow } from './ColumnRow.tsx';
import { columnOf, cellAt, targetOf } from './draft.ts';
import classes from './import.module.css';
import { MappingFile } from './MappingFile.tsx';
import { messages } from './messages.ts';
import { targetLabel } from './target-label.ts';
import type { Mapping } from './use-imports.ts';

const words = messages.map;

interface ColumnsStepProps {
  detection: ImportDetection;
  mapping: Mapping;
  /** What is needed and not there yet. */
  lacks: readonly string[];
  onChange: (mapping: Mapping) => void;
}

export function ColumnsStep({ detection: { columns, targets, shape }, mapping, lacks, onChange }: ColumnsStepProps) {
  const used = columns.filter(({ name }) => targetOf(mapping, targets, name) !== null).length;
  const at = (path: string): ImportColumn | undefined => columns.find(({ name }) => name === columnOf(cellAt(mapping, path)));
  return (
    <>
      {lacks.length > 0 && (
        <p className={classes['note']} data-tone="warning" role="status">
          {words.missing} {lacks.map(targetLabel).join(', ')}
        </p>
      )}
      <Panel title={words.title} sentence={words.sentence(used, columns.length)} flush>
        <ul className={classes['columns']}>
          {columns.map((column, index) => (
            <ColumnRow
              // Names may occur twice; their order never changes.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              column={column}
              columns={columns}
              targets={targets}
              shape={shape}
              mapping={mapping}
              onChange={onChange}
            />
          ))}
        </ul>
      </Panel>
      {shape === 'events' && at('activity') && <Activities column={at('activity')!} mapping={mapping} onChange={onChange} />}
      {shape === 'history' && at('field') && (
        <FieldNames column={at('field')!} values={at('value')} mapping={mapping} onChange={onChange} />
      )}
      <MappingFile mapping={mapping} onChange={onChange} />
    </>
  );
}
