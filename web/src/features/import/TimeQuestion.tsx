/** How a column writes times. Where nothing decides it is a question, with what each answer would make of a value. */
import { Radio, Select } from '@mantine/core';
import type { ImportColumn } from '../../api/client.ts';
import classes from './import.module.css';
import { messages } from './messages.ts';

const words = messages.map;
const nameOf = (format: string): string => words.formats[format] ?? format;

interface TimeQuestionProps {
  column: ImportColumn;
  format: string | null;
  onChange: (format: string) => void;
}

export function TimeQuestion({ column: { name, time }, format, onChange }: TimeQuestionProps) {
  if (!time) return null;
  if (time.format !== null) {
    const choices = [
      ...new Set([...time.candidates, time.format, ...(format === null ? [] : [format]), 'iso', 'day first', 'month first']),
    ];
    return (
      <Select
        aria-label={words.formatOf(name)}
        size="xs"
        data={choices.map((value) => ({ value, label: nameOf(value) }))}
        value={format ?? time.format}
        allowDeselect={false}
        onChange={(value) => value && onChange(value)}
      />
    );
  }
  const { example, candidates } = time;
  const isOfOrder = candidates.length === 2;
  return (
    <Radio.Group
      className={classes['question']}
      label={isOfOrder ? words.question : words.questionMixed}
      description={example ? words.questionText(example.text) : undefined}
      value={format ?? ''}
      onChange={onChange}
    >
      <div className={classes['answers']}>
        {candidates.map((candidate) => {
          const day = example?.readings.find((reading) => reading.format === candidate)?.day;
          return <Radio key={candidate} value={candidate} label={day ? words.reads(nameOf(candidate), day) : nameOf(candidate)} />;
        })}
      </div>
    </Radio.Group>
  );
}
