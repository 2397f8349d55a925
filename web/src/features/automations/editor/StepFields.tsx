/** The fields of a step, by what it does. */
import { Autocomplete, TagsInput, Textarea, TextInput } from '@mantine/core';
import { ESCALATION_KINDS, PRIORITIES, STATUSES, SUPPORT_TIERS, SURVEYS } from '@watchdesk/domain/event';
import { uiMessages } from '../../../ui/index.ts';
import { useSuggestions } from '../use-suggestions.ts';
import { AssigneeFields } from './AssigneeFields.tsx';
import classes from './builder.module.css';
import { Choice } from './Choice.tsx';
import { useForm } from './form.ts';
import { IdSelect } from './IdSelect.tsx';
import { LinkFields, SuggestFields } from './KnowledgeFields.tsx';
import { messages } from './messages.ts';
import { type StepProps, withDetail } from './steps.ts';
import { HookFields, NotifyFields, WaitFields } from './TellFields.tsx';

const words = messages.deeds;

const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
const TIERS = [{ value: 'next', label: words.nextTier }, ...same(SUPPORT_TIERS)];
const STATUS = STATUSES.map((value) => ({ value, label: uiMessages.status[value] }));
const KINDS = ESCALATION_KINDS.map((value) => ({ value, label: uiMessages.escalationKind[value] }));
const SURVEY = SURVEYS.map((value) => ({ value, label: words.surveys[value] }));
const RAISES = [1, 2, 3, 4].map((by) => ({ value: `raise ${by}`, label: words.raise(by) }));

export function StepFields({ step, path, onChange }: StepProps) {
  const { faultAt } = useForm();
  const at = (field: string) => faultAt(`${path}.${field}`);
  switch (step.do) {
    case 'category':
      return <Category step={step} path={path} onChange={onChange} />;
    case 'priority':
      return (
        <Choice
          label={words.priority}
          data={[...RAISES, ...same(PRIORITIES)]}
          value={step.to ?? `raise ${step.raiseBy}`}
          error={at('to') ?? at('raiseBy')}
          onChange={(next) =>
            onChange(next.startsWith('raise ') ? { do: 'priority', raiseBy: Number(next.slice(6)) } : { do: 'priority', to: next as 'P1' })
          }
        />
      );
    case 'tier':
      return (
        <Choice label={words.tier} data={TIERS} value={step.to} error={at('to')} onChange={(to) => onChange({ ...step, to: to as 'L1' })} />
      );
    case 'escalate':
      return (
        <>
          <Choice
            label={words.tier}
            data={TIERS}
            value={step.to}
            error={at('to')}
            onChange={(to) => onChange({ ...step, to: to as 'L1' })}
          />
          <Choice
            label={words.escalationKind}
            data={KINDS}
            value={step.kind}
            error={at('kind')}
            onChange={(kind) => onChange({ ...step, kind: kind as typeof step.kind })}
          />
          <IdSelect
            kind="team"
            label={words.team}
            none={words.sameTeam}
            value={step.team ?? null}
            error={at('team')}
            onChange={(team) => onChange(withDetail(step, 'team', team ?? undefined))}
          />
        </>
      );
    case 'team':
      return (
        <IdSelect
          kind="team"
          label={words.team}
          none={words.noTeam}
          value={step.to}
          error={at('to')}
          onChange={(to) => onChange({ ...step, to: to ?? null })}
        />
      );
    case 'assignee':
      return <AssigneeFields step={step} path={path} onChange={onChange} />;
    case 'tag':
      return <Tags step={step} path={path} onChange={onChange} />;
    case 'customField':
      return (
        <>
          <TextInput
            label={words.fieldName}
            value={step.name}
            error={at('name')}
            onChange={({ currentTarget: { value } }) => onChange({ ...step, name: value })}
          />
          <TextInput
            label={words.fieldValue}
            value={step.to === null ? '' : String(step.to)}
            error={at('to')}
            onChange={({ currentTarget: { value } }) => onChange({ ...step, to: value === '' ? null : value })}
          />
        </>
      );
    case 'status':
      return (
        <Choice
          label={words.status}
          data={STATUS}
          value={step.to}
          error={at('to')}
          onChange={(to) => onChange({ ...step, to: to as 'open' })}
        />
      );
    case 'note':
    case 'reply':
      return (
        <Textarea
          className={classes['whole'] ?? ''}
          label={words.body}
          description={step.do === 'reply' ? words.replyHint : undefined}
          value={step.body}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={10_000}
          error={at('body')}
          onChange={({ currentTarget: { value } }) => onChange({ ...step, body: value })}
        />
      );
    case 'notify':
      return <NotifyFields step={step} path={path} onChange={onChange} />;
    case 'hook':
      return <HookFields step={step} path={path} onChange={onChange} />;
    case 'wait':
      return <WaitFields step={step} path={path} onChange={onChange} />;
    case 'survey':
      return (
        <Choice
          label={words.survey}
          data={SURVEY}
          value={step.survey}
          error={at('survey')}
          onChange={(survey) => onChange({ ...step, survey: survey as typeof step.survey })}
        />
      );
    case 'link':
      return <LinkFields step={step} path={path} onChange={onChange} />;
    case 'suggest':
      return <SuggestFields step={step} path={path} onChange={onChange} />;
  }
}

function Category({ step, path, onChange }: StepProps<'category'>) {
  const { faultAt } = useForm();
  const suggestions = useSuggestions('category');
  return (
    <Autocomplete
      label={words.category}
      data={[...suggestions, words.none]}
      value={step.to ?? words.none}
      error={faultAt(`${path}.to`)}
      onChange={(to) => onChange({ ...step, to: to === words.none ? null : to })}
    />
  );
}

function Tags({ step, path, onChange }: StepProps<'tag'>) {
  const { faultAt } = useForm();
  const suggestions = useSuggestions('tags');
  const tags = (key: 'add' | 'remove', label: string) => (
    <TagsInput
      label={label}
      data={[...suggestions]}
      value={[...step[key]]}
      acceptValueOnBlur
      error={faultAt(`${path}.${key}`)}
      onChange={(next) => onChange({ ...step, [key]: next })}
    />
  );
  return (
    <>
      {tags('add', words.addTags)}
      {tags('remove', words.removeTags)}
    </>
  );
}
