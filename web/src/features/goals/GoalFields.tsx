/** The fields of a goal: which number of whom and of what, from where to where, and when. */
import { NativeSelect, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { Metric } from '../../api/client.ts';
import { Filters, PERS, useMetricOptions, type Catalogue } from '../../numbers/index.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { AmountInput } from '../../ui/index.ts';
import type { GoalForm } from './form.ts';
import classes from './goals.module.css';
import { messages } from './messages.ts';
import { usePeople } from './use-people.ts';

const words = messages.form;

interface FieldsProps {
  form: GoalForm;
  metric: Metric | undefined;
  catalogue: Catalogue;
  change: (change: Partial<GoalForm>) => void;
  faultOf: (field: string) => string | undefined;
}

export function Subject({ form, metric, catalogue, change, faultOf }: FieldsProps) {
  const { everybody, teams, agents } = usePeople();
  const timeZone = useTimeZone();
  const has = (dimension: string) => metric === undefined || metric.dimensions.includes(dimension);
  const asOptions = (kind: 'team' | 'agent', all: readonly { id: string; name: string }[]) =>
    has(kind) ? all.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name })) : [];
  return (
    <>
      <Select
        label={words.metric}
        placeholder={words.findMetric}
        description={metric?.description}
        data={useMetricOptions(catalogue)}
        value={form.metric}
        onChange={(id) => change({ metric: id, filters: [], ...(catalogue.metric(id ?? '')?.unit === 'count' ? { windowDays: 7 } : {}) })}
        searchable
        required
        data-autofocus
        error={faultOf('metric')}
      />
      <Select
        label={words.whose}
        data={[
          ...(everybody ? [{ value: 'all', label: messages.everybody }] : []),
          { group: words.teams, items: asOptions('team', teams) },
          { group: words.people, items: asOptions('agent', agents) },
        ]}
        value={form.whose}
        onChange={(whose) => change({ whose: whose ?? form.whose })}
        allowDeselect={false}
        searchable
        limit={100}
        error={faultOf('whose')}
      />
      {metric && (
        <Filters
          filters={form.filters}
          catalogue={catalogue}
          // Whose it is says team and agent.
          dimensions={catalogue.dimensions.filter(({ id }) => has(id) && id !== 'team' && id !== 'agent')}
          when={{ period: '90d', timeZone }}
          title={words.filters}
          fault={faultOf('filters')}
          onChange={(filters) => change({ filters })}
        />
      )}
    </>
  );
}

export function Numbers({ form, metric, change, faultOf }: FieldsProps) {
  const isShare = metric?.unit === 'share';
  const isTime = metric?.unit === 'seconds';
  const amount = (label: string, field: 'baseline' | 'target') => (
    <AmountInput
      label={label}
      value={form[field] === '' ? null : form[field]}
      {...(isShare && { rightSection: '%', rightSectionPointerEvents: 'none' })}
      required
      onChange={(next, isEmpty) => change({ [field]: isEmpty ? '' : next })}
      error={faultOf(field)}
    />
  );
  return (
    <>
      <div>
        <p className={classes['label']} id="goal-baseline">
          {words.baseline}
        </p>
        <SegmentedControl
          size="xs"
          aria-labelledby="goal-baseline"
          data={(['facts', 'typed'] as const).map((value) => ({ value, label: words.baselines[value] }))}
          value={form.baselineFrom}
          onChange={(value) => change({ baselineFrom: value === 'typed' ? 'typed' : 'facts' })}
        />
        {form.baselineFrom === 'facts' && faultOf('baseline') && <p className={classes['fault']}>{faultOf('baseline')}</p>}
      </div>
      <div className={classes['pair']}>
        {form.baselineFrom === 'typed' && amount(words.value, 'baseline')}
        {amount(words.target, 'target')}
        {isTime && (
          <NativeSelect
            label={words.unit}
            data={PERS.map((per) => ({ value: String(per), label: words.units[per] ?? String(per) }))}
            value={String(form.per)}
            onChange={({ currentTarget }) => change({ per: Number(currentTarget.value) })}
          />
        )}
      </div>
      {form.baselineFrom === 'typed' && (
        <TextInput
          label={words.source}
          required
          maxLength={200}
          value={form.source}
          onChange={({ currentTarget }) => change({ source: currentTarget.value })}
        />
      )}
    </>
  );
}

export function When({ form, change, faultOf }: FieldsProps) {
  const day = (field: 'startsOn' | 'endsOn') => (
    <TextInput
      type="date"
      label={words[field]}
      required
      value={form[field]}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
      error={faultOf(field)}
    />
  );
  return (
    <div className={classes['pair']}>
      {day('startsOn')}
      {day('endsOn')}
      <NativeSelect
        label={words.windowDays}
        description={words.windowHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={Object.entries(words.windows).map(([value, label]) => ({ value, label }))}
        value={String(form.windowDays)}
        onChange={({ currentTarget }) => change({ windowDays: currentTarget.value === '7' ? 7 : 28 })}
        error={faultOf('windowDays')}
      />
    </div>
  );
}
