/**
 * The name before a connection's tickets. Where a connection was removed and its tickets stayed, its name is offered by itself: under another one the
 * whole history would come in a second time.
 */
import { Button, TextInput } from '@mantine/core';
import classes from '../connections.module.css';
import { messages } from '../messages.ts';
import type { ConnectionList } from '../use-connections.ts';
import { keptSources, nextSource } from './sources.ts';

const words = messages.form;

interface SourceFieldProps {
  system: string;
  /** What there is already; undefined until it is known. */
  list: ConnectionList | undefined;
  value: string;
  error: string | undefined;
  onChange: (source: string) => void;
}

export function SourceField({ system, list, value, error, onChange }: SourceFieldProps) {
  const otherwise = list ? nextSource(system, list) : system;
  return (
    <TextInput
      label={words.source}
      description={words.sourceHint(otherwise)}
      placeholder={otherwise}
      maxLength={64}
      value={value}
      error={error}
      data-path="source"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export function KeptSources({ system, list, value, onChange }: Omit<SourceFieldProps, 'error'>) {
  const kept = list ? keptSources(system, list) : [];
  if (kept.length === 0) return null;
  const taken = kept.find(({ source }) => source === value.trim());
  return (
    <fieldset className={classes['group']}>
      <legend>{words.kept.title}</legend>
      <p className={classes['quiet']} role="status">
        {taken ? words.kept.taken(taken.source) : words.kept.text}
      </p>
      <div className={classes['deeds']}>
        {taken ? (
          <Button size="xs" variant="default" onClick={() => onChange('')}>
            {words.kept.anew}
          </Button>
        ) : (
          kept.map(({ source }) => (
            <Button key={source} size="xs" variant="default" onClick={() => onChange(source)}>
              {words.kept.takeUp(source)}
            </Button>
          ))
        )}
      </div>
    </fieldset>
  );
}
