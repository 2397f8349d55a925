/** Where payloads come from: pasted, or of those that the connection received; and the one that is looked at, as a tree. */
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useState } from 'react';
import { EmptyState, Panel } from '../../../ui/index.ts';
import { words } from './messages.ts';
import type { Json } from './sample.ts';
import { SampleTree } from './SampleTree.tsx';
import classes from './webhook-mapping.module.css';

interface SamplePanelProps {
  samples: readonly Json[];
  shown: number;
  /** What the tree is of: the payload, or the first of those inside. */
  payload: Json | undefined;
  received: readonly { at: string; body: string }[];
  chosen: string | undefined;
  field: string;
  onShow: (place: number) => void;
  onSamples: (samples: readonly Json[]) => void;
  onPick: (pointer: string) => void;
}

export function SamplePanel({ samples, shown, payload, received, chosen, field, onShow, onSamples, onPick }: SamplePanelProps) {
  const [isAdding, setAdding] = useState(false);
  const add = (sample: Json) => {
    onSamples([...samples, sample]);
    setAdding(false);
  };
  return (
    <Panel title={words.sample} sentence={samples.length > 0 ? words.sampleSentence : undefined}>
      {samples.length > 0 && (
        <div className={classes['bar']}>
          {samples.length > 1 && (
            <NativeSelect
              size="xs"
              aria-label={words.which}
              value={String(shown)}
              data={samples.map((_, place) => ({ value: String(place), label: words.number(place + 1) }))}
              onChange={(event) => onShow(Number(event.currentTarget.value))}
            />
          )}
          <Button size="compact-xs" variant="default" onClick={() => setAdding(!isAdding)} aria-expanded={isAdding}>
            {words.another}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => onSamples(samples.filter((_, place) => place !== shown))}>
            {words.remove}
          </Button>
        </div>
      )}
      {(samples.length === 0 || isAdding) && <Entry received={received} isFurther={samples.length > 0} onSample={add} />}
      {payload === undefined ? (
        <EmptyState icon={IconBraces} title={words.none}>
          {words.noneText}
        </EmptyState>
      ) : (
        <SampleTree sample={payload} chosen={chosen} field={field} onPick={onPick} />
      )}
    </Panel>
  );
}

function Entry({
  received,
  isFurther,
  onSample,
}: {
  received: SamplePanelProps['received'];
  isFurther: boolean;
  onSample: (sample: Json) => void;
}) {
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const read = (json: string) => {
    try {
      onSample(JSON.parse(json) as Json);
    } catch {
      setText(json);
      setWrong(true);
    }
  };
  return (
    <form
      className={classes['entry']}
      onSubmit={(event) => {
        event.preventDefault();
        read(text);
      }}
    >
      <Textarea
        label={words.paste}
        description={isFurther ? words.anotherHint : words.pasteHint}
        classNames={{ input: classes['code'] ?? '' }}
        autosize
        minRows={4}
        maxRows={10}
        spellCheck={false}
        value={text}
        error={isWrong && words.notJson}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <div className={classes['bar']}>
        <Button type="submit" size="xs" disabled={text.trim() === ''}>
          {words.read}
        </Button>
        {received.length > 0 && (
          <NativeSelect
            size="xs"
            aria-label={words.came}
            value=""
            data={[
              { value: '', label: words.came },
              ...received.map(({ at }, place) => ({ value: String(place), label: at.replace('T', ' ').slice(0, 19) })),
            ]}
            onChange={(event) => {
              const one = received[Number(event.currentTarget.value)];
              if (one && event.currentTarget.value !== '') read(one.body);
            }}
          />
        )}
      </div>
    </form>
  );
}
