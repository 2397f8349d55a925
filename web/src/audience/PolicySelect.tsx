/** The escalation policy that something goes by. It is not offered where there is none. */
import { Select } from '@mantine/core';
import { messages } from './messages.ts';
import { useRecipients } from './use-recipients.ts';

interface PolicySelectProps {
  value: string | undefined;
  error?: string | undefined;
  onChange: (policy: string | undefined) => void;
}

export function PolicySelect({ value, error, onChange }: PolicySelectProps) {
  const { policies, nameOf } = useRecipients();
  if (!policies || (policies.length === 0 && value === undefined)) return null;
  const isGone = value !== undefined && !policies.some((one) => one.value === value);
  return (
    <Select
      label={messages.policy}
      description={messages.policyHint}
      placeholder={messages.noPolicy}
      data={[...policies, ...(isGone ? [{ value, label: nameOf('policies', value) }] : [])]}
      value={value ?? null}
      clearable
      error={error}
      onChange={(policy) => onChange(policy ?? undefined)}
    />
  );
}
