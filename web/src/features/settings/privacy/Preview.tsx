/** A text, and what would be stored of it, with the markers standing out. */
import { Textarea } from '@mantine/core';
import { messages } from '../messages.ts';
import settings from '../settings.module.css';
import classes from './privacy.module.css';

const words = messages.privacy.rules;

interface PreviewProps {
  text: string;
  onChange: (text: string) => void;
  /** Undefined while there is none, or the rules cannot be used. */
  answer: { text: string; taken: Readonly<Record<string, number>> } | undefined;
}

export function Preview({ text, onChange, answer }: PreviewProps) {
  const taken = answer ? Object.values(answer.taken).reduce((sum, count) => sum + count, 0) : 0;
  return (
    <div className={settings['form']}>
      <Textarea
        label={words.tryOut}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={10_000}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div>
        <p className={classes['label']} id="privacy-becomes">
          {words.becomes}
        </p>
        <output className={classes['output']} aria-labelledby="privacy-becomes">
          {answer &&
            partsOf(answer.text, Object.keys(answer.taken)).map((part, index) =>
              index % 2 === 0 ? part : <mark key={index}>{part}</mark>,
            )}
        </output>
        {answer && <p className={settings['quiet']}>{taken === 0 ? words.nothing : words.takes(taken)}</p>}
      </div>
    </div>
  );
}

/** Text and markers by turns. */
function partsOf(text: string, markers: readonly string[]): string[] {
  if (markers.length === 0) return [text];
  return text.split(new RegExp(`(${markers.map((marker) => marker.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|')})`));
}
