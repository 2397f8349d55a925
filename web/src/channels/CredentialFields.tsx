/** What a channel is reached by. It goes in and never comes out: of one that there is, an empty field keeps it. */
import { PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import type { Credentials, Form } from './channel-form.ts';
import own from './channels.module.css';
import { words } from './messages.ts';

const said = words.form;
const REGIONS = Object.entries(said.regions).map(([value, label]) => ({ value, label }));

interface CredentialFieldsProps {
  form: Form;
  /** Where one that there is leads; null for a new one. */
  leadsTo: string | null;
  faultOf: (field: string) => string | undefined;
  onChange: (part: Partial<Credentials>) => void;
}

export function CredentialFields({ form: { kind, credentials }, leadsTo, faultOf, onChange }: CredentialFieldsProps) {
  const kept = leadsTo === null ? undefined : said.kept(leadsTo);
  const shared = { autoComplete: 'off', spellCheck: false };
  if (kind === 'mail')
    return (
      <TextInput
        {...shared}
        label={said.to}
        description={kept ?? said.toHint}
        type="email"
        value={credentials.to}
        error={faultOf('credentials.to')}
        onChange={({ currentTarget: { value } }) => onChange({ to: value })}
      />
    );
  if (kind === 'pagerduty')
    return (
      <div className={own['pair']}>
        <PasswordInput
          {...shared}
          label={said.routingKey}
          description={kept ?? said.routingKeyHint}
          autoComplete="new-password"
          value={credentials.routingKey}
          error={faultOf('credentials.routingKey')}
          onChange={({ currentTarget: { value } }) => onChange({ routingKey: value })}
        />
        <SegmentedControl
          size="xs"
          aria-label={said.region}
          data={REGIONS}
          value={credentials.region}
          onChange={(region) => onChange({ region: region as 'us' | 'eu' })}
        />
      </div>
    );
  return (
    <TextInput
      {...shared}
      label={said.url[kind]}
      description={kept ?? said.urlHint[kind]}
      type="url"
      placeholder="https://"
      value={credentials.url}
      error={faultOf('credentials.url')}
      onChange={({ currentTarget: { value } }) => onChange({ url: value })}
    />
  );
}
