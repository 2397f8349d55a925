/** What is taken out of texts: switched, written, tried, saved. What is tried is what stands here, saved or not. */
import { Button, Switch } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { ErrorState, Panel, problemOf } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import settings from '../settings.module.css';
import { Patterns } from './Patterns.tsx';
import { Preview } from './Preview.tsx';
import classes from './privacy.module.css';
import { type Rules, usePreview, useSavePrivacy } from './use-privacy.ts';

const words = messages.privacy.rules;
const KINDS = ['cardNumbers', 'emailAddresses', 'phoneNumbers'] as const;
const SETTLED_MS = 250;

export function RulesPanel({ saved }: { saved: Rules }) {
  const [rules, setRules] = useState(saved);
  const [text, setText] = useState<string>(words.sample);
  const [tried] = useDebouncedValue(rules, SETTLED_MS);
  const [triedText] = useDebouncedValue(text, SETTLED_MS);
  const preview = usePreview(tried, triedText);
  const save = useSavePrivacy();
  const change = (part: Partial<Rules>) => {
    save.reset();
    setRules((before) => ({ ...before, ...part }));
  };
  const isOther = JSON.stringify(rules) !== JSON.stringify(saved);
  const error = save.error ?? preview.error;
  const faults = error ? problemOf(error).fields : [];
  return (
    <Panel title={words.title} sentence={words.sentence}>
      <form
        className={classes['rules']}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ redaction: rules });
        }}
      >
        <div className={settings['form']}>
          {KINDS.map((kind) => (
            <Switch
              key={kind}
              label={words[kind]}
              description={words[`${kind}Hint`]}
              checked={rules[kind]}
              onChange={(event) => change({ [kind]: event.currentTarget.checked })}
            />
          ))}
          <Patterns patterns={rules.patterns} faults={faults} onChange={(patterns) => change({ patterns })} />
          {error && faults.length === 0 && <ErrorState error={error} compact />}
        </div>
        <Preview text={text} onChange={setText} answer={preview.error ? undefined : preview.data} />
        <div className={classes['save']}>
          {save.isSuccess && !isOther && <span role="status">{messages.privacy.saved}</span>}
          <Button type="submit" size="xs" disabled={!isOther} loading={save.isPending}>
            {messages.privacy.save}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
