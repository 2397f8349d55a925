/** What the page is: its address, its look, and whether it is public. */
import { NativeSelect, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { ACCENTS } from '@watchdesk/domain/status-page';
import { words } from './messages.ts';
import type { Draft } from './status-form.ts';
import own from './status-page.module.css';

interface FieldsProps {
  draft: Draft;
  hosts: readonly string[];
  /** Why no letter goes. */
  fault: string | null;
  faultOf: (field: string) => string | undefined;
  onChange: (draft: Draft) => void;
}

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

export function PageFields({ draft, hosts, fault, faultOf, onChange }: FieldsProps) {
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const text = (field: 'title' | 'logo' | 'slug') => ({
    value: draft[field],
    error: faultOf(field),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => set({ [field]: value }),
  });
  const toggle = (field: 'enabled' | 'letters' | 'webhooks') => ({
    checked: draft[field],
    onChange: ({ currentTarget: { checked } }: { currentTarget: { checked: boolean } }) => set({ [field]: checked }),
  });
  return (
    <div className={own['fields']}>
      <Switch label={words.enabled} description={words.enabledHint(draft.enabled)} {...toggle('enabled')} />
      <div className={own['row']}>
        <TextInput label={words.name} {...text('title')} />
        <TextInput label={words.slug} description={words.slugHint(draft.slug)} {...text('slug')} />
        <TextInput label={words.logo} description={words.logoHint} {...text('logo')} />
        <NativeSelect
          label={words.accent}
          data={ACCENTS.map((value) => ({ value, label: words.accents[value] }))}
          value={draft.accent}
          onChange={({ currentTarget: { value } }) => set({ accent: value as Draft['accent'] })}
        />
        <Select
          label={words.zone}
          data={ZONES}
          searchable
          allowDeselect={false}
          value={draft.timeZone}
          error={faultOf('timeZone')}
          onChange={(timeZone) => timeZone && set({ timeZone })}
        />
        {(hosts.length > 0 || draft.host !== null) && (
          <NativeSelect
            label={words.host}
            description={words.hostHint}
            data={[{ value: '', label: words.noHost }, ...new Set([...hosts, ...(draft.host === null ? [] : [draft.host])])]}
            value={draft.host ?? ''}
            error={faultOf('host')}
            onChange={({ currentTarget: { value } }) => set({ host: value === '' ? null : value })}
          />
        )}
      </div>
      <Textarea
        label={words.intro}
        autosize
        minRows={2}
        maxRows={8}
        value={draft.intro}
        error={faultOf('intro')}
        onChange={({ currentTarget: { value } }) => set({ intro: value })}
      />
      <Switch label={words.letters} description={fault === null ? undefined : words.lettersOff(fault)} {...toggle('letters')} />
      <Switch label={words.webhooks} {...toggle('webhooks')} />
    </div>
  );
}
