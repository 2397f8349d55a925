/** The escalation path of each severity: step by step a name, when it is brought in, and who that is. */
import { ActionIcon, Button, Input, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { SEVERITIES, type Severity } from '@watchdesk/domain/event';
import { AudienceField, audienceInWords, isNobody, PolicySelect, type Recipients, useRecipients } from '../../../audience/index.ts';
import { SeverityBadge } from '../../../incidents/index.ts';
import { DurationInput, formatShortDuration } from '../../../ui/index.ts';
import own from './incident-policy.module.css';
import { words } from './messages.ts';
import type { FieldsProps } from './TermsFields.tsx';
import type { Draft } from './use-incident-policy.ts';

type Step = Draft['terms'][Severity]['escalation'][number];
type Who = NonNullable<Step['who']>;
const NOBODY: Who = { people: [], roles: [], teams: [], channels: [], onCall: [] };
const UNITS = ['minutes', 'hours', 'days'] as const;
const MOST_STEPS = 10;
const LONGEST = 500;

/** `On-call engineer at once; VP Engineering after 30 m (Cleo)`. */
const inWords = (steps: readonly Step[], nameOf: Recipients['nameOf']): string =>
  steps
    .map(
      ({ to, afterSeconds, who }) =>
        `${to} ${afterSeconds === 0 ? words.atOnce : `${words.after.toLowerCase()} ${formatShortDuration(afterSeconds)}`}${whoWords(who, nameOf)}`,
    )
    .join('; ') || words.noSteps;

function whoWords(who: Step['who'], nameOf: Recipients['nameOf']): string {
  if (!who) return '';
  const all = [
    ...(isNobody(who) ? [] : [audienceInWords(who, nameOf)]),
    ...(who.policy === undefined ? [] : [words.byPolicy(nameOf('policies', who.policy))]),
  ];
  return all.length === 0 ? '' : ` (${all.join(', ')})`;
}

export function PathFields({ draft, faultOf, onChange }: FieldsProps) {
  const { nameOf } = useRecipients();
  return (
    <div className={own['paths']}>
      {SEVERITIES.map((severity) => {
        const terms = draft.terms[severity];
        const steps = terms.escalation;
        const set = (escalation: Step[]) => onChange({ ...draft, terms: { ...draft.terms, [severity]: { ...terms, escalation } } });
        const last = steps.at(-1)?.afterSeconds ?? -1800;
        return (
          <details key={severity} className={own['path']}>
            <summary>
              <SeverityBadge severity={severity} />
              <span>{inWords(steps, nameOf)}</span>
            </summary>
            {steps.map((step, index) => (
              <StepFields
                // A step has no name of its own: its place tells it from the others.
                // oxlint-disable-next-line react/no-array-index-key
                key={index}
                step={step}
                label={words.step(index + 1, severity)}
                remove={words.removeStep(index + 1, severity)}
                faultOf={(field) => faultOf(`terms.${severity}.escalation.${index}.${field}`)}
                onChange={(changed) => set(steps.with(index, changed))}
                onRemove={() => set(steps.toSpliced(index, 1))}
              />
            ))}
            {steps.length < MOST_STEPS && (
              <Button
                variant="default"
                size="xs"
                leftSection={<IconPlus size={14} aria-hidden="true" />}
                onClick={() => set([...steps, { to: '', afterSeconds: last + 1800 }])}
              >
                {words.addStep(severity)}
              </Button>
            )}
          </details>
        );
      })}
    </div>
  );
}

interface StepProps {
  step: Step;
  label: string;
  remove: string;
  faultOf: (field: string) => string | undefined;
  onChange: (step: Step) => void;
  onRemove: () => void;
}

function StepFields({ step, label, remove, faultOf, onChange, onRemove }: StepProps) {
  const { to, afterSeconds, who = NOBODY } = step;
  const tell = (next: Who): void => {
    const { who: _, ...rest } = step;
    onChange(isNobody(next) && next.policy === undefined ? rest : { ...rest, who: next });
  };
  return (
    <fieldset className={own['step']}>
      <legend>{label}</legend>
      <TextInput
        label={words.name}
        aria-label={`${label}: ${words.name}`}
        maxLength={LONGEST}
        value={to}
        error={faultOf('to')}
        onChange={({ currentTarget }) => onChange({ ...step, to: currentTarget.value })}
      />
      <DurationInput
        label={`${words.after} (0: ${words.atOnce})`}
        seconds={afterSeconds}
        units={UNITS}
        error={faultOf('afterSeconds')}
        onChange={(seconds) => onChange({ ...step, afterSeconds: seconds })}
      />
      <Input.Wrapper label={words.who} labelElement="div">
        <AudienceField
          label={`${label}: ${words.who}`}
          value={who}
          isOfTicket={false}
          error={faultOf('who')}
          onChange={({ people, roles, teams, channels, onCall = [] }) =>
            tell({ people, roles, teams, channels, onCall, ...(who.policy !== undefined && { policy: who.policy }) })
          }
        />
      </Input.Wrapper>
      <PolicySelect
        value={who.policy}
        onChange={(policy) => {
          const { policy: _, ...rest } = who;
          tell({ ...rest, ...(policy !== undefined && { policy }) });
        }}
      />
      <ActionIcon variant="subtle" color="gray" size={34} aria-label={remove} onClick={onRemove}>
        <IconTrash size={16} stroke={1.7} aria-hidden="true" />
      </ActionIcon>
    </fieldset>
  );
}
