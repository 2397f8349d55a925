/** The fields of an object, as the schema of a system has them: nothing here knows which system it is. */
import { PasswordInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { AmountInput, uiMessages } from '../../../ui/index.ts';
import classes from '../connections.module.css';
import { messages } from '../messages.ts';
import { type Draft, EMPTY, type Field, isWithin, type Variant } from './fields.ts';

interface SchemaFieldsProps {
  variants: readonly Variant[];
  draft: Draft;
  /** What the fields are part of, as the server names it in a fault. */
  path: string;
  /** What the choice between the variants is called. */
  label: string;
  faultOf: (path: string) => string | undefined;
  onChange: (draft: Draft) => void;
}

export function SchemaFields({ variants, draft, path, label, faultOf, onChange }: SchemaFieldsProps) {
  const fields = variants[draft.variant]?.fields ?? [];
  const isUsual = (field: Field) => field.usual !== undefined;
  const rows = (some: readonly Field[]) =>
    some.map((field) => (
      <OneField
        key={field.name}
        field={field}
        value={draft.values[field.name]}
        path={`${path}.${field.name}`}
        faultOf={faultOf}
        onChange={(value) => onChange({ ...draft, values: { ...draft.values, [field.name]: value } })}
      />
    ));
  const more = fields.filter(isUsual);
  return (
    <>
      {variants.length > 1 && (
        <div>
          <SegmentedControl
            size="xs"
            aria-label={label}
            className={classes['ways']}
            data={variants.map(({ title }, index) => ({ value: String(index), label: title }))}
            value={String(draft.variant)}
            onChange={(value) => onChange({ variant: Number(value), values: {} })}
          />
          {faultOf(path) && (
            <p className={classes['fault']} data-path={path}>
              {faultOf(path)}
            </p>
          )}
        </div>
      )}
      {rows(fields.filter((field) => !isUsual(field)))}
      {more.length > 0 &&
        (variants.length > 1 || fields.length === more.length ? (
          rows(more)
        ) : (
          <details className={classes['more']}>
            <summary>{messages.form.more}</summary>
            <div className={classes['fields']}>{rows(more)}</div>
          </details>
        ))}
    </>
  );
}

interface OneFieldProps {
  field: Field;
  value: string | number | Draft | undefined;
  path: string;
  faultOf: (path: string) => string | undefined;
  onChange: (value: string | number | Draft) => void;
}

function OneField({ field, value, path, faultOf, onChange }: OneFieldProps) {
  if (field.kind === 'group')
    return (
      <fieldset className={classes['group']}>
        <legend>{field.label}</legend>
        <SchemaFields
          variants={field.variants}
          draft={(value as Draft | undefined) ?? EMPTY}
          path={path}
          label={field.label}
          faultOf={faultOf}
          onChange={onChange}
        />
      </fieldset>
    );
  const shared = { label: field.label, error: faultOf(path), withAsterisk: field.isNeeded, 'data-path': path };
  const entered = typeof value === 'object' ? undefined : value;
  const usual = field.usual === undefined ? undefined : messages.form.usual(String(field.usual));
  if (field.kind === 'word')
    return (
      <Select
        {...shared}
        data={[...field.words]}
        value={String(entered ?? field.usual ?? '')}
        allowDeselect={false}
        onChange={(word) => onChange(word ?? '')}
      />
    );
  if (field.kind === 'number')
    return (
      <AmountInput
        {...shared}
        error={shared.error ?? (isWithin(field, entered) ? undefined : uiMessages.wholeFrom(field.least ?? 0, field.most))}
        description={usual}
        value={typeof entered === 'number' ? entered : null}
        onChange={(number, isEmpty) => onChange(isEmpty ? '' : number)}
      />
    );
  const text = {
    ...shared,
    value: String(entered ?? ''),
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => onChange(event.currentTarget.value),
  };
  if (field.kind === 'secret') return <PasswordInput {...text} autoComplete="new-password" />;
  const type = { address: 'url', email: 'email', day: 'date', text: 'text' }[field.kind];
  return <TextInput {...text} type={type} placeholder={field.kind === 'address' ? 'https://' : undefined} description={usual} />;
}
