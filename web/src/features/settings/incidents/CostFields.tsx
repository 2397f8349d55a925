/** What an incident is reckoned by; an empty field is not known. */
import { TextInput } from '@mantine/core';
import { AmountInput } from '../../../ui/index.ts';
import own from './incident-policy.module.css';
import { words } from './messages.ts';
import type { FieldsProps } from './TermsFields.tsx';
import type { Draft } from './use-incident-policy.ts';

type Costs = NonNullable<Draft['costs']>;
const UNKNOWN: Costs = { currency: '', perTicket: null, perHour: null, overheadPercent: 0, creditPercent: null };

export function CostFields({ draft, faultOf, onChange }: FieldsProps) {
  const costs = draft.costs ?? UNKNOWN;
  const set = (changed: Partial<Costs>): void => {
    const next = { ...costs, ...changed };
    const { costs: _, ...rest } = draft;
    onChange(JSON.stringify(next) === JSON.stringify(UNKNOWN) ? rest : { ...rest, costs: next });
  };
  const amount = (field: 'perTicket' | 'perHour' | 'creditPercent', label: string, hint?: string) => (
    <AmountInput
      label={label}
      description={hint}
      value={costs[field]}
      error={faultOf(`costs.${field}`)}
      onChange={(value, isEmpty) => set({ [field]: isEmpty ? null : value })}
    />
  );
  return (
    <div className={own['costs']}>
      <TextInput
        label={words.currency}
        description={words.currencyHint}
        maxLength={3}
        value={costs.currency}
        error={faultOf('costs.currency')}
        onChange={({ currentTarget }) => set({ currency: currentTarget.value.toUpperCase() })}
      />
      {amount('perTicket', words.perTicket)}
      {amount('perHour', words.perHour, words.perHourHint)}
      <AmountInput
        label={words.overhead}
        value={costs.overheadPercent}
        error={faultOf('costs.overheadPercent')}
        onChange={(value, isEmpty) => set({ overheadPercent: isEmpty ? 0 : value })}
      />
      {amount('creditPercent', words.credit, words.creditHint)}
    </div>
  );
}
