/** The fields of steps that lead to what is known already: another ticket, or an article. */
import { TextInput } from '@mantine/core';
import { LINK_KINDS } from '@watchdesk/domain/event';
import { TicketSelect } from '../../../ticket-search/index.ts';
import { Choice } from './Choice.tsx';
import { useForm } from './form.ts';
import { messages } from './messages.ts';
import { type StepProps, withDetail } from './steps.ts';

const words = messages.deeds;
const KINDS = LINK_KINDS.map((value) => ({ value, label: words.linkKinds[value] }));
const TARGETS = [
  { value: 'similar', label: words.similar },
  { value: 'one', label: words.one },
];

export function LinkFields({ step, path, onChange }: StepProps<'link'>) {
  const { faultAt } = useForm();
  const isSimilar = step.to === 'similar';
  return (
    <>
      <Choice
        label={words.linkTo}
        data={TARGETS}
        value={isSimilar ? 'similar' : 'one'}
        error={undefined}
        onChange={(to) => onChange({ ...step, to: to === 'similar' ? 'similar' : '' })}
      />
      {!isSimilar && (
        <TicketSelect
          label={words.ticket}
          placeholder={words.findTicket}
          value={step.to || null}
          nothing={words.noTicket}
          error={faultAt(`${path}.to`)}
          onChange={(to) => onChange({ ...step, to: to ?? '' })}
        />
      )}
      <Choice
        label={words.linkKind}
        data={KINDS}
        value={step.kind}
        error={faultAt(`${path}.kind`)}
        onChange={(kind) => onChange({ ...step, kind: kind as typeof step.kind })}
      />
    </>
  );
}

const SUGGESTED = [
  { value: 'article', label: words.suggestArticle },
  { value: 'similar', label: words.suggestSimilar },
];

export function SuggestFields({ step, path, onChange }: StepProps<'suggest'>) {
  const { faultAt } = useForm();
  return (
    <>
      <Choice
        label={words.suggest}
        data={SUGGESTED}
        value={step.similar ? 'similar' : 'article'}
        error={faultAt(`${path}.similar`)}
        onChange={(what) => onChange(what === 'similar' ? { do: 'suggest', similar: true } : { do: 'suggest', article: '' })}
      />
      {!step.similar && (
        <>
          <TextInput
            label={words.article}
            value={step.article ?? ''}
            maxLength={200}
            error={faultAt(`${path}.article`)}
            onChange={({ currentTarget: { value } }) => onChange({ ...step, article: value })}
          />
          <TextInput
            type="url"
            label={words.url}
            value={step.url ?? ''}
            error={faultAt(`${path}.url`)}
            onChange={({ currentTarget: { value } }) => onChange(withDetail(step, 'url', value))}
          />
        </>
      )}
    </>
  );
}
