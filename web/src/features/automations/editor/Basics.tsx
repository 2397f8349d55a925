/** What it is called and for, and whether it is on. */
import { Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from './form.ts';
import classes from './builder.module.css';
import { messages } from './messages.ts';
import { Section } from './Section.tsx';

const words = messages.basics;

export function Basics() {
  const { draft, change, faultAt } = useForm();
  return (
    <Section title={words.title} text={words.text}>
      <div className={classes['basics']}>
        <TextInput
          label={words.name}
          value={draft.name}
          maxLength={100}
          error={faultAt('name')}
          onChange={({ currentTarget: { value } }) => change({ name: value })}
        />
        <Textarea
          label={words.description}
          value={draft.description}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={1000}
          error={faultAt('description')}
          onChange={({ currentTarget: { value } }) => change({ description: value })}
        />
        <Switch
          label={words.enabled}
          description={words.enabledHint}
          checked={draft.enabled}
          onChange={({ currentTarget: { checked } }) => change({ enabled: checked })}
        />
      </div>
    </Section>
  );
}
