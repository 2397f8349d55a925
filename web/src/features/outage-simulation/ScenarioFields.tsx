/** What happens: which kind of event, how large, where, when and for how long. */
import { MultiSelect, NativeSelect, Select, TextInput } from '@mantine/core';
import type { Scenario } from '@watchdesk/domain/outage-simulation';
import { AmountInput, DurationInput } from '../../ui/index.ts';
import { instantOf, wallOf } from './draft.ts';
import { words } from './messages.ts';
import classes from './simulation.module.css';
import type { Baseline } from './use-simulation.ts';

const SEVERITIES = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5'] as const;
const optionsOf = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
/** Where the share of customers is chosen first. */
const FIRST_SHARE = 20;
const FIRST_RISE = 100;

interface ScenarioFieldsProps {
  scenario: Scenario;
  timeZone: string;
  baseline: Baseline | undefined;
  onChange: (change: Partial<Scenario>) => void;
}

export function ScenarioFields({ scenario, timeZone, baseline, onChange }: ScenarioFieldsProps) {
  const { size, severity, service, regions, startAt, durationMinutes, curve } = scenario;
  return (
    <div className={classes['fields']}>
      <NativeSelect
        label={words.size}
        data={optionsOf(words.sizeBy)}
        value={size.by}
        onChange={({ currentTarget: { value } }) =>
          onChange({ size: value === 'customers' ? { by: 'customers', percent: FIRST_SHARE } : { by: 'rise', percent: FIRST_RISE } })
        }
      />
      <AmountInput label={words.percent[size.by]} value={size.percent} onChange={(percent) => onChange({ size: { ...size, percent } })} />
      <NativeSelect
        label={words.severity}
        data={[...SEVERITIES]}
        value={severity}
        onChange={({ currentTarget: { value } }) => onChange({ severity: SEVERITIES.find((one) => one === value)! })}
      />
      <Select
        label={words.service}
        placeholder={words.allServices}
        data={(baseline?.services ?? []).map((one) => one.service)}
        value={service}
        clearable
        searchable
        onChange={(next) => onChange({ service: next })}
      />
      <MultiSelect
        label={words.regions}
        {...(regions.length === 0 && { placeholder: words.allRegions })}
        data={(baseline?.regions ?? []).map(({ region, customers }) => ({ value: region, label: words.region(region, customers) }))}
        value={[...regions]}
        clearable
        onChange={(next) => onChange({ regions: next })}
      />
      <TextInput
        type="datetime-local"
        label={`${words.start} (${timeZone})`}
        value={wallOf(startAt, timeZone)}
        onChange={({ currentTarget: { value } }) => {
          const at = instantOf(value, timeZone);
          if (at !== null) onChange({ startAt: at });
        }}
      />
      <DurationInput
        label={words.duration}
        seconds={durationMinutes * 60}
        onChange={(seconds) => onChange({ durationMinutes: Math.round(seconds / 60) })}
      />
      <NativeSelect
        label={words.curve}
        data={optionsOf(words.curves)}
        value={curve}
        onChange={({ currentTarget: { value } }) => onChange({ curve: value === 'flat' ? 'flat' : 'front' })}
      />
    </div>
  );
}
