/** The fields of steps that tell somebody, call a program, or wait. */
import { Input, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { AudienceField, useRecipients } from '../../../audience/index.ts';
import { noticeMessages, type Severity } from '../../../notices/index.ts';
import { DurationInput } from '../../../ui/index.ts';
import classes from './builder.module.css';
import { CalendarSelect } from './CalendarSelect.tsx';
import { Choice } from './Choice.tsx';
import { useForm } from './form.ts';
import { messages } from './messages.ts';
import { type StepProps, withDetail } from './steps.ts';

const words = messages.deeds;
const SEVERITIES = (['info', 'warning', 'critical'] as const).map((value) => ({ value, label: noticeMessages.severities[value] }));

export function NotifyFields({ step, path, onChange }: StepProps<'notify'>) {
  const { faultAt } = useForm();
  return (
    <>
      <Input.Wrapper label={words.audience} labelElement="div" className={classes['whole'] ?? ''}>
        <AudienceField
          label={words.audience}
          value={step.audience}
          isOfTicket
          error={faultAt(`${path}.audience`)}
          // Who is told later, until somebody acknowledges, stays as it was.
          onChange={(group) => onChange({ ...step, audience: { ...withoutTicket(step.audience), ...group } as typeof step.audience })}
        />
      </Input.Wrapper>
      <Choice
        label={words.severity}
        data={SEVERITIES}
        value={step.severity}
        error={faultAt(`${path}.severity`)}
        onChange={(severity) => onChange({ ...step, severity: severity as Severity })}
      />
      <TitleField step={step} path={path} onChange={onChange} />
      <Textarea
        className={classes['whole'] ?? ''}
        label={words.message}
        description={words.messageHint}
        value={step.message ?? ''}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        error={faultAt(`${path}.message`)}
        onChange={({ currentTarget: { value } }) => onChange(withDetail(step, 'message', value))}
      />
      <TagsInput
        className={classes['whole'] ?? ''}
        label={words.advice}
        description={words.adviceHint}
        value={[...step.advice]}
        acceptValueOnBlur
        // A piece of advice may have commas.
        splitChars={[]}
        maxTags={10}
        error={faultAt(`${path}.advice`)}
        onChange={(advice) => onChange({ ...step, advice })}
      />
    </>
  );
}

const withoutTicket = <
  A extends { ticketAssignee?: boolean | undefined; ticketTeamLeads?: boolean | undefined; onCall?: readonly string[] | undefined },
>({
  ticketAssignee: _,
  ticketTeamLeads: __,
  onCall: ___,
  ...rest
}: A) => rest;

function TitleField({ step, path, onChange }: StepProps<'notify' | 'hook'>) {
  const { faultAt } = useForm();
  return (
    <TextInput
      className={classes['whole'] ?? ''}
      label={words.messageTitle}
      description={words.titleHint}
      value={step.title ?? ''}
      maxLength={200}
      error={faultAt(`${path}.title`)}
      onChange={({ currentTarget: { value } }) => onChange(withDetail(step, 'title', value))}
    />
  );
}

export function HookFields({ step, path, onChange }: StepProps<'hook'>) {
  const { faultAt } = useForm();
  const { channels, kindOf } = useRecipients();
  const webhooks = channels.filter(({ value }) => kindOf(value) === 'webhook');
  const gone = step.channel !== '' && !webhooks.some(({ value }) => value === step.channel);
  return (
    <>
      <Select
        label={words.channel}
        description={webhooks.length === 0 ? words.noChannel : undefined}
        data={[...webhooks, ...(gone ? [{ value: step.channel, label: step.channel }] : [])]}
        value={step.channel || null}
        error={faultAt(`${path}.channel`)}
        onChange={(channel) => onChange({ ...step, channel: channel ?? '' })}
      />
      <TitleField step={step} path={path} onChange={onChange} />
    </>
  );
}

export function WaitFields({ step, path, onChange }: StepProps<'wait'>) {
  const { faultAt } = useForm();
  return (
    <>
      <DurationInput
        label={words.wait}
        seconds={step.seconds}
        error={faultAt(`${path}.seconds`)}
        onChange={(seconds) => onChange({ ...step, seconds })}
      />
      <CalendarSelect
        label={words.calendar}
        none={words.always}
        value={step.calendar}
        error={faultAt(`${path}.calendar`)}
        onChange={(calendar) => onChange({ ...step, calendar })}
      />
      <Switch
        className={classes['whole'] ?? ''}
        label={words.recheck}
        checked={step.recheck}
        onChange={({ currentTarget: { checked } }) => onChange({ ...step, recheck: checked })}
      />
    </>
  );
}
