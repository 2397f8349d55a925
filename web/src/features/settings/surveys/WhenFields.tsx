/** Who is asked, when and how often. */
import { NativeSelect, SegmentedControl, Switch, TagsInput } from '@mantine/core';
import { SURVEYS, type Survey } from '@watchdesk/domain/event';
import { CES_SCALES } from '@watchdesk/domain/survey';
import { AmountInput } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { words } from './messages.ts';
import { delaysWith, delayWords, type Form, spokenLanguages, type Typed } from './survey-form.ts';
import own from './surveys.module.css';

interface FieldsProps {
  form: Form;
  faultOf: (field: string) => string | undefined;
  onChange: (form: Form) => void;
}

export function WhenFields({ form, faultOf, onChange }: FieldsProps) {
  const set = (part: Partial<Form>) => onChange({ ...form, ...part });
  return (
    <div className={own['fields']}>
      <Switch
        label={words.enabled}
        description={words.enabledHint}
        checked={form.enabled}
        onChange={({ currentTarget: { checked } }) => set({ enabled: checked })}
      />
      <Switch
        label={words.afterResolve}
        description={words.afterResolveHint}
        checked={form.afterResolve}
        onChange={({ currentTarget: { checked } }) => set({ afterResolve: checked })}
      />
      <fieldset className={own['kinds']}>
        <legend>{words.kindList}</legend>
        {faultOf('kinds') && (
          <p className={own['fault']} role="alert">
            {faultOf('kinds')}
          </p>
        )}
        {SURVEYS.map((kind) => (
          <Kind key={kind} kind={kind} form={form} faultOf={faultOf} onChange={onChange} />
        ))}
      </fieldset>
      <div className={own['row']}>
        <NativeSelect
          label={words.delay}
          data={delaysWith(form.delayMinutes).map((minutes) => ({ value: String(minutes), label: delayWords(minutes) }))}
          value={String(form.delayMinutes)}
          error={faultOf('delayMinutes')}
          onChange={({ currentTarget: { value } }) => set({ delayMinutes: Number(value) })}
        />
        <Days
          label={words.throttle}
          value={form.throttleDays}
          fault={faultOf('throttleDays')}
          onChange={(throttleDays) => set({ throttleDays })}
        />
        <Days label={words.expiry} value={form.expiryDays} fault={faultOf('expiryDays')} onChange={(expiryDays) => set({ expiryDays })} />
        <NativeSelect
          label={words.language}
          data={spokenLanguages(form)}
          value={form.language}
          error={faultOf('language')}
          onChange={({ currentTarget: { value } }) => set({ language: value })}
        />
      </div>
      <TagsInput
        label={words.notAsked}
        description={words.notAskedHint}
        value={[...form.notAskedTags]}
        splitChars={[',']}
        acceptValueOnBlur
        error={faultOf('notAskedTags')}
        onChange={(notAskedTags) => set({ notAskedTags })}
      />
    </div>
  );
}

function Kind({ kind, form, faultOf, onChange }: FieldsProps & { kind: Survey }) {
  const { name, hint } = words.kinds[kind];
  const { on, everyDays } = form.kinds[kind];
  const set = (part: object) => onChange({ ...form, kinds: { ...form.kinds, [kind]: { ...form.kinds[kind], ...part } } });
  return (
    <div className={own['kind']}>
      <Switch label={name} description={hint} checked={on} onChange={({ currentTarget: { checked } }) => set({ on: checked })} />
      <span className={own['often']}>
        <span className={classes['quiet']} aria-hidden="true">
          {everyDays === 0 ? words.eachTime : words.every}
        </span>
        <Days
          name={words.everyOf(name)}
          value={everyDays}
          fault={faultOf(`kinds.${kind}.everyDays`)}
          onChange={(next) => set({ everyDays: next })}
        />
        {kind === 'ces' && (
          <SegmentedControl
            size="xs"
            aria-label={words.scale}
            data={CES_SCALES.map((scale) => ({ value: String(scale), label: `1–${scale}` }))}
            value={String(form.kinds.ces.scale)}
            onChange={(scale) => set({ scale: Number(scale) })}
          />
        )}
      </span>
    </div>
  );
}

interface DaysProps {
  label?: string;
  /** Where it has no label of its own. */
  name?: string;
  value: Typed;
  fault: string | undefined;
  onChange: (value: Typed) => void;
}

const Days = ({ label, name, value, fault, onChange }: DaysProps) => (
  <AmountInput
    label={label}
    aria-label={name}
    size={label === undefined ? 'xs' : 'sm'}
    className={own['days'] ?? ''}
    rightSection={
      <span className={classes['quiet']} aria-hidden="true">
        {words.days}
      </span>
    }
    rightSectionWidth={52}
    rightSectionPointerEvents="none"
    inputMode="numeric"
    value={value === '' ? Number.NaN : value}
    error={fault}
    onChange={(next) => onChange(Number.isNaN(next) ? '' : next)}
  />
);
