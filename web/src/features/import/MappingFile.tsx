/** The mapping as the document it is: to be read, changed by hand, or replaced by one that was made before. */
import { Button, FileButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import classes from './import.module.css';
import { messages } from './messages.ts';
import type { Mapping } from './use-imports.ts';

const words = messages.map;

export function MappingFile({ mapping, onChange }: { mapping: Mapping; onChange: (mapping: Mapping) => void }) {
  const [text, setText] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const takeText = (said: string) => {
    try {
      const read: unknown = JSON.parse(said);
      if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new TypeError('no object');
      setWrong(false);
      setText(null);
      onChange(read as Mapping);
    } catch {
      setText(said);
      setWrong(true);
    }
  };
  return (
    <details className={classes['document']}>
      <summary>{words.asFile}</summary>
      <div className={classes['run']}>
        <Textarea
          aria-label={words.asFile}
          description={words.asFileText}
          autosize
          minRows={8}
          maxRows={24}
          spellCheck={false}
          classNames={{ input: classes['code'] ?? '' }}
          value={text ?? JSON.stringify(mapping, undefined, 2)}
          error={isWrong ? words.notJson : undefined}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <div className={classes['deeds']}>
          <Button size="xs" variant="default" disabled={text === null} onClick={() => text !== null && takeText(text)}>
            {words.take}
          </Button>
          <FileButton accept=".json,application/json" onChange={(file) => void file?.text().then(takeText)}>
            {(props) => (
              <Button {...props} size="xs" variant="default">
                {words.choose}
              </Button>
            )}
          </FileButton>
        </div>
      </div>
    </details>
  );
}
