/** What is asked besides the score, in one language: up to two questions, each answered by a choice or in words. */
import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { FURTHER_KINDS, FURTHER_LIMITS, type FurtherQuestion } from '@watchdesk/domain/survey';
import { added, changed, removed, textOf } from './further-form.ts';
import { words } from './messages.ts';
import type { Form } from './survey-form.ts';
import own from './surveys.module.css';

const said = words.further;
const KINDS = FURTHER_KINDS.map((value) => ({ value, label: said.kinds[value] }));

interface FurtherQuestionsProps {
  form: Form;
  language: string;
  faultOf: (field: string) => string | undefined;
  onChange: (form: Form) => void;
}

export function FurtherQuestions({ form, language, faultOf, onChange }: FurtherQuestionsProps) {
  const set = (further: readonly FurtherQuestion[]) => onChange({ ...form, further });
  return (
    <section className={own['further']} aria-label={said.title}>
      <h3>{said.title}</h3>
      <p>{said.hint}</p>
      {form.further.map((one, index) => (
        <Question
          key={one.id}
          question={one}
          number={index + 1}
          language={language}
          faultOf={(field) => faultOf(`further.${index}.${field}`)}
          onChange={(next) => set(form.further.with(index, next))}
          onRemove={() => set(removed(form.further, one.id))}
        />
      ))}
      {form.further.length < FURTHER_LIMITS.questions && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => set(added(form.further, language))}
        >
          {said.add}
        </Button>
      )}
    </section>
  );
}

interface QuestionProps {
  question: FurtherQuestion;
  number: number;
  language: string;
  faultOf: (field: string) => string | undefined;
  onChange: (question: FurtherQuestion) => void;
  onRemove: () => void;
}

function Question({ question, number, language, faultOf, onChange, onRemove }: QuestionProps) {
  const { kind, texts } = question;
  const text = textOf(question, language);
  // Where the language has none yet, what is said elsewhere shows what to translate.
  const [elsewhere] = Object.values(texts);
  const fault = (field: 'question' | 'choices') => faultOf(`texts.${language}.${field}`);
  return (
    <fieldset className={own['one']}>
      <legend>{said.number(number)}</legend>
      <SegmentedControl
        size="xs"
        aria-label={said.kindOf(number)}
        data={KINDS}
        value={kind}
        onChange={(value) => onChange(changed({ ...question, kind: value }, language, { choices: [] }))}
      />
      <TextInput
        label={said.question}
        lang={language}
        maxLength={FURTHER_LIMITS.question}
        placeholder={elsewhere?.question}
        value={text.question}
        error={fault('question') ?? faultOf('texts')}
        onChange={({ currentTarget: { value } }) => onChange(changed(question, language, { question: value }))}
      />
      {kind === 'choice' && (
        <Textarea
          label={said.choices}
          lang={language}
          autosize
          minRows={2}
          maxRows={FURTHER_LIMITS.choices}
          placeholder={elsewhere?.choices.join('\n')}
          value={text.choices.join('\n')}
          error={fault('choices')}
          onChange={({ currentTarget: { value } }) =>
            onChange(changed(question, language, { choices: value === '' ? [] : value.split('\n') }))
          }
        />
      )}
      <Button variant="subtle" color="gray" size="compact-xs" onClick={onRemove}>
        {said.remove(number)}
      </Button>
    </fieldset>
  );
}
