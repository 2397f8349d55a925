/** What a customer's tier changes: factors of all targets, and exact targets that beat them. */
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { PRIORITIES } from '@watchdesk/domain/event';
import { useState } from 'react';
import type { PolicySpec } from '../../../api/client.ts';
import { AmountInput, sentenceCase } from '../../../ui/index.ts';
import { clockName } from '../terms.ts';
import { useTierOrder } from '../tiers.ts';
import editor from '../../../drafts/editor.module.css';
import { messages as terms } from '../messages.ts';
import classes from './fields.module.css';
import { tierFault, useForm, withCell, withKey } from './form.ts';
import { messages } from './messages.ts';
import { Section } from './Section.tsx';
import { TargetInput } from './TargetInput.tsx';

const words = messages.editor;

function Factors() {
  const { draft, change, faultAt } = useForm();
  const [name, setName] = useState('');
  const fault = name.trim() === '' ? undefined : tierFault(draft, name);
  const add = (): void => {
    change({ tiers: { ...draft.tiers, [name.trim()]: 1 } });
    setName('');
  };
  const byTier = useTierOrder(draft);
  const tiers = Object.entries(draft.tiers).toSorted(([a], [b]) => byTier(a, b));
  return (
    <>
      <ul className={classes['factors']}>
        {tiers.map(([tier, factor]) => (
          <li key={tier}>
            <AmountInput
              none={0}
              size="xs"
              label={sentenceCase(tier)}
              value={factor}
              leftSection="×"
              error={faultAt(`tiers.${tier}`)}
              onChange={(next) => change({ tiers: { ...draft.tiers, [tier]: next } })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={`${words.remove}: ${sentenceCase(tier)}`}
              onClick={() => change({ tiers: withKey(draft.tiers, tier, undefined) })}
            >
              <IconTrash size={16} stroke={1.7} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div className={editor['adding']}>
        <TextInput
          size="xs"
          aria-label={words.tier}
          placeholder={words.tier}
          value={name}
          error={fault}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          disabled={name.trim() === '' || fault !== undefined}
          onClick={add}
        >
          {words.addTier}
        </Button>
      </div>
    </>
  );
}

function AddExact() {
  const { draft, change } = useForm();
  const tiers = Object.keys(draft.tiers).toSorted(useTierOrder(draft));
  const [metric, setMetric] = useState<string | null>(null);
  const [priority, setPriority] = useState<string | null>('P1');
  const [tier, setTier] = useState<string | null>(null);
  const key = `${priority}/${tier}`;
  const isThere = metric !== null && draft.cells[metric]?.[key] !== undefined;
  const add = (): void => {
    if (metric && priority && tier && !isThere) change(withCell(draft, metric, key, draft.targets[metric]?.[priority] ?? 3600));
  };
  return (
    <div className={editor['adding']}>
      <Select
        size="xs"
        aria-label={messages.backtest.clock}
        placeholder={messages.backtest.clock}
        data={draft.clocks.map((clock) => ({ value: clock.metric, label: clockName(clock.metric) }))}
        value={metric}
        onChange={setMetric}
      />
      <Select size="xs" aria-label={terms.priority} data={[...PRIORITIES]} value={priority} allowDeselect={false} onChange={setPriority} />
      <Select
        size="xs"
        aria-label={words.tier}
        placeholder={words.tier}
        data={tiers.map((value) => ({ value, label: sentenceCase(value) }))}
        value={tier}
        onChange={setTier}
      />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        disabled={!metric || !tier || isThere}
        onClick={add}
      >
        {words.addExact}
      </Button>
    </div>
  );
}

function Exact() {
  const { draft, change, faultAt } = useForm();
  const byTier = useTierOrder(draft);
  const clocks = draft.clocks.map(({ metric }) => metric);
  const byClock = ([one]: [string, unknown], [other]: [string, unknown]): number => clocks.indexOf(one) - clocks.indexOf(other);
  const byKey = (one: string, other: string): number =>
    one.slice(0, 2).localeCompare(other.slice(0, 2)) || byTier(one.slice(3), other.slice(3));
  return (
    <>
      <h3 className={classes['sub']}>{words.exact}</h3>
      <p className={editor['text']}>{words.exactText}</p>
      {Object.entries(draft.cells)
        .toSorted(byClock)
        .map(([metric, cells]) => (
          <div key={metric} className={classes['exact']}>
            <h4>{clockName(metric)}</h4>
            <ul>
              {Object.entries(cells)
                .toSorted(([a], [b]) => byKey(a, b))
                .map(([key, target]) => {
                  const [priority = '', tier = ''] = key.split('/');
                  const name = `${priority} ${sentenceCase(tier)}`;
                  return (
                    <li key={key}>
                      <span>{name}</span>
                      <TargetInput
                        label={`${clockName(metric)}, ${name}`}
                        value={target}
                        error={faultAt(`cells.${metric}.${key}`)}
                        onChange={(next) => change(withCell(draft, metric, key, next))}
                      />
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size={30}
                        aria-label={`${words.remove}: ${clockName(metric)}, ${name}`}
                        onClick={() => change(withCell(draft, metric, key, undefined))}
                      >
                        <IconTrash size={16} stroke={1.7} />
                      </ActionIcon>
                    </li>
                  );
                })}
            </ul>
          </div>
        ))}
      <AddExact />
    </>
  );
}

export function Tiers() {
  const { draft, change } = useForm();
  return (
    <Section title={words.tiers} text={words.tiersText}>
      <Factors />
      <Select
        className={classes['rounding']}
        label={words.rounding}
        data={Object.entries(words.roundings).map(([value, label]) => ({ value, label }))}
        value={draft.rounding}
        allowDeselect={false}
        onChange={(rounding) => rounding && change({ rounding: rounding as PolicySpec['rounding'] })}
      />
      <Exact />
    </Section>
  );
}
