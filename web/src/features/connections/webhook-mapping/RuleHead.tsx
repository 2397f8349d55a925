/** What a rule is of: its event, its conditions, and the list of which each item is one. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type Mapping, type Path, valueAt, withValue } from './document.ts';
import { words } from './messages.ts';
import classes from './webhook-mapping.module.css';

interface Condition {
  readonly pointer?: string;
  readonly item?: string;
  readonly is?: readonly unknown[];
  readonly isNot?: readonly unknown[];
  readonly present?: boolean;
}

interface RuleHeadProps {
  mapping: Mapping;
  index: number;
  types: readonly string[];
  isOnly: boolean;
  faultOf: (path: Path) => string | undefined;
  onChange: (mapping: Mapping) => void;
}

export function RuleHead({ mapping, index, types, isOnly, faultOf, onChange }: RuleHeadProps) {
  const path = ['rules', index];
  const rule = valueAt(mapping, path) as { type: string; name?: string; each?: string; when?: readonly Condition[] };
  const set = (name: string, value: unknown) => onChange(withValue(mapping, [...path, name], value === '' ? undefined : value));
  const when = rule.when ?? [];
  const setWhen = (next: readonly Condition[]) => set('when', next.length > 0 ? next : undefined);
  return (
    <div className={classes['ruleHead']}>
      <div className={classes['pair']}>
        <NativeSelect
          size="xs"
          label={words.type}
          value={rule.type}
          data={[...types]}
          // Fields of another type are not its.
          onChange={(event) => onChange(withValue(withValue(mapping, [...path, 'type'], event.currentTarget.value), [...path, 'data'], {}))}
        />
        <TextInput
          size="xs"
          label={words.ruleName}
          maxLength={100}
          value={rule.name ?? ''}
          onChange={(event) => set('name', event.currentTarget.value)}
        />
      </div>
      <TextInput
        size="xs"
        label={words.each}
        description={words.eachHint}
        classNames={{ input: classes['code'] ?? '' }}
        spellCheck={false}
        value={rule.each ?? ''}
        error={faultOf([...path, 'each'])}
        onChange={(event) => set('each', event.currentTarget.value)}
      />
      {when.map((one, place) => (
        <div key={place} className={classes['condition']}>
          <TextInput
            size="xs"
            label={words.when}
            aria-label={words.whenPointer}
            classNames={{ input: classes['code'] ?? '' }}
            placeholder="/event"
            spellCheck={false}
            value={one.pointer ?? one.item ?? ''}
            error={faultOf([...path, 'when', place])}
            onChange={(event) =>
              setWhen(
                when.map((each, at) =>
                  at === place ? { ...each, [one.item === undefined ? 'pointer' : 'item']: event.currentTarget.value } : each,
                ),
              )
            }
          />
          {one.isNot === undefined && one.present === undefined && (
            <TextInput
              size="xs"
              label={words.whenIs}
              placeholder={words.whenHint}
              value={(one.is ?? []).map(String).join(', ')}
              onChange={(event) =>
                setWhen(when.map((each, at) => (at === place ? { ...each, is: listOf(event.currentTarget.value) } : each)))
              }
            />
          )}
          <Button
            size="compact-xs"
            variant="default"
            aria-label={words.removeCondition}
            onClick={() => setWhen(when.filter((_, at) => at !== place))}
          >
            <IconTrash size={14} aria-hidden="true" />
          </Button>
        </div>
      ))}
      <div className={classes['bar']}>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => setWhen([...when, { pointer: '', is: [''] }])}
        >
          {words.addCondition}
        </Button>
        {!isOnly && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconTrash size={14} aria-hidden="true" />}
            onClick={() => onChange(withValue(mapping, path, undefined))}
          >
            {words.removeRule}
          </Button>
        )}
      </div>
    </div>
  );
}

/** While one types, a comma at the end stays. */
const listOf = (text: string): string[] => text.split(',').map((part) => part.replace(/^ /, ''));
