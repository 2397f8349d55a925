/** What the words of a system stand for here: those that the mapping has, and the one of this payload. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Source } from './document.ts';
import { labelOf } from './document.ts';
import { words } from './messages.ts';
import type { Json } from './sample.ts';
import classes from './webhook-mapping.module.css';

interface WordTableProps {
  label: string;
  words: readonly string[];
  source: Source;
  found: Json | undefined;
  onChange: (source: Source) => void;
}

export function WordTable({ label, words: known, source, found, onChange }: WordTableProps) {
  const [further, setFurther] = useState('');
  const map = source.map ?? {};
  const here = found === undefined || found === null || typeof found === 'object' ? [] : [String(found)];
  // The server compares words without regard to case.
  const isKnown = (raw: string) => [...known, ...Object.keys(map)].some((word) => word.toLowerCase() === raw.toLowerCase());
  const rows = [...new Set([...Object.keys(map), ...here])].filter((raw) => raw in map || !isKnown(raw));
  const set = (raw: string, meaning: string) => {
    const { [raw]: _gone, ...rest } = map;
    const next = meaning === '' ? rest : { ...rest, [raw]: meaning };
    const { map: _map, ...without } = source;
    onChange(Object.keys(next).length > 0 ? { ...without, map: next } : without);
  };
  return (
    <div className={classes['words']}>
      {rows.map((raw) => (
        <div key={raw} className={classes['word']}>
          <span className={classes['raw']}>{raw || '""'}</span>
          <NativeSelect
            size="xs"
            aria-label={words.meaning(raw, label)}
            value={map[raw] ?? ''}
            data={[{ value: '', label: words.asItIs }, ...known.map((one) => ({ value: one, label: labelOf(one.replaceAll('_', ' ')) }))]}
            onChange={(event) => set(raw, event.currentTarget.value)}
          />
        </div>
      ))}
      <div className={classes['word']}>
        <TextInput
          size="xs"
          aria-label={`${words.moreWords}: ${label}`}
          placeholder={words.moreWords}
          value={further}
          maxLength={200}
          onChange={(event) => setFurther(event.currentTarget.value)}
        />
        <Button
          size="compact-xs"
          variant="default"
          disabled={further.trim() === ''}
          onClick={() => {
            set(further.trim(), known[0] ?? '');
            setFurther('');
          }}
        >
          {words.addWord}
        </Button>
      </div>
    </div>
  );
}
