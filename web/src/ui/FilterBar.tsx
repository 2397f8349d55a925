/** The filters above a list: they wrap, and on a phone scroll within their own line. */
import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useState, type ReactNode, type Ref } from 'react';
import classes from './filters.module.css';
import { messages } from './messages.ts';

export function FilterBar({ children, label, onClear }: { children: ReactNode; label: string; onClear?: (() => void) | undefined }) {
  return (
    <fieldset className={classes['bar']} aria-label={label}>
      {children}
      {onClear && (
        <button type="button" className={classes['clear']} onClick={onClear}>
          <IconX size={14} stroke={1.8} aria-hidden="true" />
          {messages.clearAll}
        </button>
      )}
    </fieldset>
  );
}

/** A filter that is on or off. */
export function ToggleFilter({ label, active, onChange }: { label: string; active: boolean; onChange: (active: boolean) => void }) {
  return (
    <button
      type="button"
      className={classes['trigger']}
      data-active={active || undefined}
      aria-pressed={active}
      onClick={() => onChange(!active)}
    >
      {label}
    </button>
  );
}

/** Long enough that a word is not asked for letter by letter, short enough to feel immediate. */
const TYPING_MS = 250;

interface SearchFieldProps {
  value: string;
  onChange: (value: string) => void;
  label: string;
  ref?: Ref<HTMLInputElement>;
}

/** Free text; tells of a change when the typing rests. */
export function SearchField({ value, onChange, label, ref }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const [told, setTold] = useState(value);
  const tell = useDebouncedCallback((text: string) => {
    setTold(text);
    onChange(text);
  }, TYPING_MS);
  // The address may change under the field, going back or clearing all filters; its own change must not undo letters typed since.
  if (value !== known) {
    setKnown(value);
    if (value !== told) setTyped(value);
  }
  const type = (text: string): void => {
    setTyped(text);
    tell(text);
  };
  const clear = (): void => {
    setTyped('');
    tell('');
    tell.flush();
  };
  return (
    <TextInput
      ref={ref}
      type="search"
      size="xs"
      className={classes['search']}
      value={typed}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} stroke={1.8} aria-hidden="true" />}
      rightSection={typed && <CloseButton size="xs" aria-label={messages.clear} onClick={clear} />}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
