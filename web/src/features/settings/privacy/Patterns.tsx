/** Patterns of one's own, each with the name that its marker says. */
import { ActionIcon, Button, Switch, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { messages } from '../messages.ts';
import settings from '../settings.module.css';
import classes from './privacy.module.css';
import type { Rules } from './use-privacy.ts';

const words = messages.privacy.rules;
type Pattern = Rules['patterns'][number];
const MOST = 20;

interface PatternsProps {
  patterns: readonly Pattern[];
  faults: readonly { field: string; message: string }[];
  onChange: (patterns: Pattern[]) => void;
}

export function Patterns({ patterns, faults, onChange }: PatternsProps) {
  const change = (index: number, part: Partial<Pattern>) =>
    onChange(patterns.map((one, place) => (place === index ? { ...one, ...part } : one)));
  const faultOf = (index: number, name: string) => faults.find(({ field }) => field === `redaction.patterns.${index}.${name}`)?.message;
  return (
    <fieldset className={classes['patterns']}>
      <legend>{words.own}</legend>
      <p className={settings['quiet']}>{words.ownHint}</p>
      {patterns.map(({ name, pattern, on }, index) => (
        <div key={index} className={classes['pattern']}>
          <Switch
            aria-label={words.onOf(name || String(index + 1))}
            checked={on}
            onChange={(event) => change(index, { on: event.currentTarget.checked })}
          />
          <TextInput
            size="xs"
            aria-label={words.nameOf(index + 1)}
            placeholder={words.name}
            maxLength={40}
            value={name}
            error={faultOf(index, 'name')}
            onChange={(event) => change(index, { name: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            classNames={{ input: settings['code'] ?? '' }}
            aria-label={words.patternOf(index + 1)}
            placeholder={words.pattern}
            maxLength={200}
            spellCheck={false}
            value={pattern}
            error={faultOf(index, 'pattern')}
            onChange={(event) => change(index, { pattern: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.remove(name || String(index + 1))}
            onClick={() => onChange(patterns.filter((_, place) => place !== index))}
          >
            <IconTrash size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      {patterns.length < MOST && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => onChange([...patterns, { name: '', pattern: '', on: true }])}
        >
          {words.add}
        </Button>
      )}
    </fieldset>
  );
}
