/** What an incident hits, by names that are known already: only by those of the status page it becomes public. */
import { TagsInput } from '@mantine/core';
import { distinctNames, isSameName } from '@watchdesk/domain/naming';
import { words } from './messages.ts';
import { useKnownNames } from './use-known-names.ts';

interface Hit {
  readonly services: string[];
  readonly regions: string[];
}

const said = words.affected;

export function AffectedFields({ value, onChange }: { value: Hit; onChange: (changed: Partial<Hit>) => void }) {
  const known = useKnownNames();
  return (
    <>
      <Names label={said.services} known={known.services} value={value.services} onChange={(services) => onChange({ services })} />
      <Names label={said.regions} known={known.regions} value={value.regions} onChange={(regions) => onChange({ regions })} />
    </>
  );
}

interface NamesProps {
  label: string;
  known: readonly string[];
  value: string[];
  onChange: (names: string[]) => void;
}

function Names({ label, known, value, onChange }: NamesProps) {
  /** What is typed as a known name is that name, in its letters. */
  const asKnown = (name: string) => known.find((one) => isSameName(one, name)) ?? name;
  return (
    <TagsInput
      label={label}
      placeholder={value.length === 0 ? said.hint : ''}
      data={[...known]}
      limit={50}
      value={value}
      onChange={(names) => onChange(distinctNames(names.map(asKnown)))}
    />
  );
}
