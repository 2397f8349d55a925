/** One field of the mapping: where its value comes from, what stands there in the payload, and how that is read. */
import { Autocomplete, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { Path, Source } from './document.ts';
import { words } from './messages.ts';
import { inWords, type Json } from './sample.ts';
import classes from './webhook-mapping.module.css';
import { WordTable } from './WordTable.tsx';

export interface Target {
  readonly path: Path;
  readonly label: string;
  readonly kind: string;
  readonly words?: readonly string[] | undefined;
  readonly needed: boolean;
}

interface ValueFieldProps {
  target: Target;
  source: Source | undefined;
  found: Json | undefined;
  /** Of this payload, to choose from. */
  pointers: readonly string[];
  hasItems: boolean;
  hasSample: boolean;
  isChosen: boolean;
  fault: string | undefined;
  onChoose: () => void;
  onChange: (source: Source | undefined) => void;
}

/** So many pointers are offered while one types. */
const MOST_OFFERED = 60;

export function ValueField(props: ValueFieldProps) {
  const { target, source, isChosen, hasItems, fault, onChoose, onChange } = props;
  const { label, needed } = target;
  const from = originOf(source);
  return (
    <div className={classes['field']} data-chosen={isChosen || undefined} onFocus={onChoose}>
      <div className={classes['fieldHead']}>
        <button type="button" className={classes['label']} aria-pressed={isChosen} onClick={onChoose}>
          {label}
        </button>
        {needed && <span className={classes['needed']}>{words.needed}</span>}
      </div>
      <div className={classes['inputs']}>
        <NativeSelect
          size="xs"
          aria-label={words.from(label)}
          value={from}
          data={(['', 'pointer', ...(hasItems ? (['item'] as const) : []), 'value'] as const)
            .filter((one) => !needed || one !== '' || from === '')
            .map((one) => ({ value: one, label: words.sources[one] }))}
          onChange={(event) => onChange(startOf(event.currentTarget.value, target))}
        />
        <Input {...props} />
      </div>
      {fault && (
        <p className={classes['fault']} role="alert">
          {fault}
        </p>
      )}
      <Found {...props} />
      <Reading {...props} />
    </div>
  );
}

const originOf = (source: Source | undefined): '' | 'pointer' | 'item' | 'value' =>
  source?.pointer !== undefined ? 'pointer' : source?.item !== undefined ? 'item' : source === undefined ? '' : 'value';

const startOf = (from: string, { words: known }: Target): Source | undefined =>
  from === '' ? undefined : from === 'pointer' ? { pointer: '' } : from === 'item' ? { item: '' } : { value: known?.[0] ?? '' };

function Input({ target, source, pointers, onChange }: ValueFieldProps) {
  const { label } = target;
  if (source === undefined) return null;
  if (source.template !== undefined)
    return (
      <TextInput
        size="xs"
        aria-label={words.templateOf(label)}
        value={source.template}
        onChange={(event) => onChange({ template: event.currentTarget.value })}
      />
    );
  if (source.pointer === undefined && source.item === undefined) {
    const value = String(source.value ?? '');
    if (target.words)
      return (
        <NativeSelect
          size="xs"
          aria-label={words.constantOf(label)}
          value={value}
          data={[...target.words]}
          onChange={(event) => onChange({ value: event.currentTarget.value })}
        />
      );
    return (
      <TextInput
        size="xs"
        aria-label={words.constantOf(label)}
        value={value}
        onChange={(event) =>
          onChange({
            value:
              target.kind === 'number' && event.currentTarget.value.trim() !== ''
                ? Number(event.currentTarget.value)
                : event.currentTarget.value,
          })
        }
      />
    );
  }
  const place = source.pointer === undefined ? 'item' : 'pointer';
  return (
    <Autocomplete
      size="xs"
      aria-label={words.pointerOf(label)}
      classNames={{ input: classes['code'] ?? '' }}
      placeholder={place === 'item' ? '/id' : '/ticket/id'}
      spellCheck={false}
      value={source[place] ?? ''}
      data={place === 'item' ? [] : [...pointers]}
      limit={MOST_OFFERED}
      onChange={(pointer) => onChange({ ...source, [place]: pointer })}
    />
  );
}

function Found({ source, found, hasSample }: ValueFieldProps) {
  const place = source?.pointer ?? source?.item;
  if (!hasSample || place === undefined || (place === '' && source?.pointer !== undefined)) return null;
  return (
    <p className={classes['found']} data-missing={found === undefined || undefined}>
      {found === undefined ? words.nothingHere : `${words.here}: ${inWords(found) || '""'}`}
    </p>
  );
}

/** How what stands there is read, by the kind of the field. */
function Reading({ target, source, found, onChange }: ValueFieldProps) {
  if (!source || (source.pointer === undefined && source.item === undefined)) return null;
  if (target.kind === 'moment') {
    const format = source.format ?? '';
    return (
      <NativeSelect
        size="xs"
        className={classes['reading'] ?? ''}
        aria-label={words.formatOf(target.label)}
        value={format}
        data={[...new Set([...Object.keys(words.formats), format])].map((one) => ({ value: one, label: words.formats[one] ?? one }))}
        onChange={(event) => {
          const { format: _format, ...rest } = source;
          onChange(event.currentTarget.value === '' ? rest : { ...rest, format: event.currentTarget.value });
        }}
      />
    );
  }
  if (target.words) return <WordTable label={target.label} words={target.words} source={source} found={found} onChange={onChange} />;
  if (target.path.at(-1) === 'text')
    return (
      <Checkbox
        size="xs"
        className={classes['reading'] ?? ''}
        label={words.html}
        checked={source.html ?? false}
        onChange={(event) => {
          const { html: _html, ...rest } = source;
          onChange(event.currentTarget.checked ? { ...rest, html: true } : rest);
        }}
      />
    );
  return null;
}
