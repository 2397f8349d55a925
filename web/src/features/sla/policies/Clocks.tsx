/** What starts, stops and pauses each clock, in words. Each unfolds, since they seldom change. */
import { Accordion, Button, Menu, MultiSelect, Select, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { STATUSES } from '@watchdesk/domain/event';
import { clocksOf, SIGNALS } from '@watchdesk/domain/sla';
import type { ClockSettings } from '../../../api/client.ts';
import { AmountInput, uiMessages } from '../../../ui/index.ts';
import { clockMeaning, clockName, listed } from '../terms.ts';
import editor from '../../../drafts/editor.module.css';
import page from '../page.module.css';
import classes from './fields.module.css';
import { useForm, withClock, withoutClock } from './form.ts';
import { messages } from './messages.ts';
import { Fields, Section } from './Section.tsx';

const words = messages.editor;
const EVENTS = SIGNALS.map((value) => ({ value, label: messages.signals[value] ?? value }));
const STATES = STATUSES.filter((status) => status !== 'closed').map((value) => ({ value, label: uiMessages.status[value] }));
/** The clocks of our own rules, and one for what was escalated. */
const READY: readonly ClockSettings[] = clocksOf('watchdesk');

const choices = (named: Readonly<Record<string, string>>) => Object.entries(named).map(([value, label]) => ({ value, label }));

/** `Starts when the ticket is created, stops when an agent answers or the ticket is solved.` */
function inShort({ start, stop, pause }: ClockSettings): string {
  const when = (signals: readonly string[]): string =>
    listed(
      signals.map((one) => messages.signals[one] ?? one),
      'or',
    );
  const stands =
    pause.statuses.length > 0
      ? ` ${words.pausesShort} ${listed(
          pause.statuses.map((one) => one.replace('_', ' ')),
          'or',
        )}.`
      : '';
  return `${words.starts} ${when(start)}, stops when ${when(stop)}.${stands}`;
}

interface SettingsProps {
  clock: ClockSettings;
  path: string;
  onChange: (part: Partial<ClockSettings>) => void;
}

function Signals({ clock, path, onChange }: SettingsProps) {
  const { faultAt } = useForm();
  const fields = { start: words.starts, stop: words.stops, cancel: words.cancels } as const;
  return (Object.keys(fields) as (keyof typeof fields)[]).map((name) => (
    <MultiSelect
      key={name}
      label={fields[name]}
      data={EVENTS}
      value={clock[name]}
      error={faultAt(`${path}.${name}`)}
      onChange={(signals) => onChange({ [name]: signals })}
    />
  ));
}

function Pauses({ clock: { metric, pause }, onChange }: SettingsProps) {
  const { draft, faultAt } = useForm();
  const set = (part: Partial<ClockSettings['pause']>): void => onChange({ pause: { ...pause, ...part } });
  return (
    <>
      <MultiSelect label={words.pauses} data={STATES} value={pause.statuses} onChange={(statuses) => set({ statuses })} />
      <MultiSelect
        label={words.pausesWithReason}
        data={STATES}
        value={pause.statusesWithReason}
        onChange={(statusesWithReason) => set({ statusesWithReason })}
      />
      <AmountInput
        none={0}
        label={words.followUps}
        placeholder={words.never}
        value={pause.afterFollowUps}
        error={faultAt(`clocks.${draft.clocks.findIndex((one) => one.metric === metric)}.pause.afterFollowUps`)}
        onChange={(count, isEmpty) => set({ afterFollowUps: isEmpty ? null : count })}
      />
      <Switch label={words.onRequest} checked={pause.onRequest} onChange={(event) => set({ onRequest: event.currentTarget.checked })} />
    </>
  );
}

function Rules({ clock, onChange }: SettingsProps) {
  const asked = {
    reopen: messages.reopen,
    onPriority: messages.onPriority,
    onPolicy: messages.onPolicy,
    createdSolved: messages.createdSolved,
  };
  const flags = { once: words.once, afterAgentReply: words.afterReply, skipIfCreatedByAgent: words.skipAgent } as const;
  return (
    <>
      {(Object.keys(asked) as (keyof typeof asked)[]).map((name) => (
        <Select
          key={name}
          label={words[name]}
          data={choices(asked[name])}
          value={clock[name]}
          allowDeselect={false}
          onChange={(value) => value && onChange({ [name]: value })}
        />
      ))}
      {(Object.keys(flags) as (keyof typeof flags)[]).map((name) => (
        <Switch
          key={name}
          label={flags[name]}
          checked={clock[name]}
          onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
        />
      ))}
    </>
  );
}

export function Clocks() {
  const { draft, change, faultAt, mayWrite } = useForm();
  const missing = READY.filter(({ metric }) => !draft.clocks.some((clock) => clock.metric === metric));
  return (
    <Section title={words.clocks} text={words.clocksText} fault={draft.clocks.length === 0 ? faultAt('clocks') : undefined} isOpen>
      <Accordion multiple chevronPosition="left" variant="default" className={classes['clocks'] ?? ''}>
        {draft.clocks.map((clock, index) => {
          const path = `clocks.${index}`;
          const set = (part: Partial<ClockSettings>): void =>
            change({ clocks: draft.clocks.map((one, place) => (place === index ? { ...one, ...part } : one)) });
          const fault = faultAt(path) ?? faultAt(`targets.${clock.metric}`);
          return (
            <Accordion.Item key={clock.metric} value={clock.metric}>
              <Accordion.Control>
                <b>{clockName(clock.metric)}</b>
                <span className={page['short']}>{inShort(clock)}</span>
                {fault && (
                  <span className={editor['fault']} data-fault>
                    {fault}
                  </span>
                )}
              </Accordion.Control>
              <Accordion.Panel>
                <p className={editor['text']}>{clockMeaning(clock.metric)}</p>
                <Fields>
                  <div className={classes['settings']}>
                    <Signals clock={clock} path={path} onChange={set} />
                    <Pauses clock={clock} path={path} onChange={set} />
                    <Rules clock={clock} path={path} onChange={set} />
                  </div>
                  <Button variant="subtle" color="red" size="xs" onClick={() => change(withoutClock(draft, clock.metric))}>
                    {words.removeClock(clockName(clock.metric))}
                  </Button>
                </Fields>
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
      {mayWrite && missing.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden="true" />}>
              {words.addClock}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {missing.map((clock) => (
              <Menu.Item key={clock.metric} onClick={() => change(withClock(draft, clock))}>
                {clockName(clock.metric)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Section>
  );
}
