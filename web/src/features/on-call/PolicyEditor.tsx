/** A policy, made or changed: step by step whom to page and how long until the next, with what it means in sentences. */
import { ActionIcon, Button, Input, Modal, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { ESCALATE_MINUTES, type PolicySpec, RESPOND_MINUTES } from '@watchdesk/domain/on-call';
import { useState } from 'react';
import type { EscalationPolicy } from '../../api/client.ts';
import { AudienceField, audienceInWords, isNobody, useRecipients } from '../../audience/index.ts';
import { AmountInput, ErrorState, problemOf } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './on-call.module.css';
import { policyInWords } from './said.ts';
import { useSavePolicy } from './use-on-call.ts';

const words = messages.policies;
type Step = PolicySpec['steps'][number];
const NOBODY: Step['tell'] = { people: [], roles: [], teams: [], channels: [] };
const EMPTY: Step = { tell: NOBODY, minutes: ESCALATE_MINUTES };
const MOST_STEPS = 10;

export function PolicyEditor({ policy, onClose }: { policy: EscalationPolicy | null; onClose: () => void }) {
  const [spec, setSpec] = useState<PolicySpec>(
    () => (policy?.spec as PolicySpec | undefined) ?? { name: '', steps: [EMPTY], repeats: 0, respondMinutes: RESPOND_MINUTES },
  );
  const { nameOf } = useRecipients();
  const save = useSavePolicy(policy, onClose);
  const faults = save.error ? problemOf(save.error).fields.map((one) => ({ ...one, field: one.field.replace(/^policy\./, '') })) : [];
  const faultAt = (field: string) => faults.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.message;
  const change = (changed: Partial<PolicySpec>) => setSpec((before) => ({ ...before, ...changed }));
  const set = (index: number, changed: Partial<Step>) => change({ steps: spec.steps.with(index, { ...spec.steps[index]!, ...changed }) });
  const isWhole =
    spec.name.trim() !== '' &&
    spec.steps.every(({ tell, minutes }) => !isNobody(tell) && minutes > 0) &&
    spec.repeats >= 0 &&
    spec.respondMinutes > 0;
  return (
    <Modal opened onClose={onClose} size="lg" closeOnClickOutside={false} title={policy ? words.change(policy.spec.name) : words.new}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(spec);
        }}
      >
        <TextInput
          label={words.name}
          required
          maxLength={100}
          value={spec.name}
          error={faultAt('name')}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        {spec.steps.map(({ tell, minutes }, index) => (
          // A step has no name of its own: its place tells it from the others.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className={classes['step']}>
            <Input.Wrapper label={words.step(index + 1)} labelElement="div">
              <AudienceField
                label={words.step(index + 1)}
                value={tell}
                isOfTicket
                error={faultAt(`steps.${index}.tell`)}
                onChange={(group) => set(index, { tell: group })}
              />
            </Input.Wrapper>
            <AmountInput
              label={words.minutes}
              value={minutes}
              error={faultAt(`steps.${index}.minutes`)}
              onChange={(count) => set(index, { minutes: count })}
            />
            {spec.steps.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                aria-label={words.removeStep(index + 1)}
                onClick={() => change({ steps: spec.steps.toSpliced(index, 1) })}
              >
                <IconTrash size={16} stroke={1.7} aria-hidden="true" />
              </ActionIcon>
            )}
          </div>
        ))}
        {spec.steps.length < MOST_STEPS && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => change({ steps: [...spec.steps, EMPTY] })}
          >
            {words.addStep}
          </Button>
        )}
        <div className={classes['pair']}>
          <AmountInput label={words.again} value={spec.repeats} error={faultAt('repeats')} onChange={(repeats) => change({ repeats })} />
          <AmountInput
            label={words.within}
            value={spec.respondMinutes}
            error={faultAt('respondMinutes')}
            onChange={(respondMinutes) => change({ respondMinutes })}
          />
        </div>
        {isWhole && (
          <output className={classes['meaning']} aria-label={words.means}>
            {policyInWords(spec, (group) => audienceInWords(group, nameOf)).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </output>
        )}
        {save.error && faults.length === 0 && <ErrorState error={save.error} compact />}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {messages.form.cancel}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!isWhole}>
            {policy ? words.save : words.create}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
