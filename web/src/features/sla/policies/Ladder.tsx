/** Who is told as a target is used up: one row for each step. */
import { MultiSelect } from '@mantine/core';
import { RECIPIENTS, STEPS } from '@watchdesk/domain/sla';
import type { PolicySpec } from '../../../api/client.ts';
import classes from './fields.module.css';
import { useForm } from './form.ts';
import { messages } from './messages.ts';
import { Section } from './Section.tsx';

const words = messages.editor;
type Rung = PolicySpec['ladder'][number];
const WHO = RECIPIENTS.map((value) => ({ value, label: messages.recipients[value] ?? value }));

export function Ladder() {
  const { draft, change, faultAt } = useForm();
  const set = (at: Rung['at'], tell: Rung['tell']): void => {
    const others = draft.ladder.filter((rung) => rung.at !== at);
    change({ ladder: (tell.length > 0 ? [...others, { at, tell }] : others).toSorted((a, b) => a.at - b.at) });
  };
  return (
    <Section title={words.ladder} text={words.ladderText} fault={faultAt('ladder')}>
      <div className={classes['ladder']}>
        {STEPS.map((at) => {
          const tell = draft.ladder.find((rung) => rung.at === at)?.tell ?? [];
          return (
            <MultiSelect
              key={at}
              label={words.rung(at)}
              data={WHO}
              value={tell}
              {...(tell.length === 0 ? { placeholder: words.nobody } : {})}
              onChange={(next) => set(at, next)}
            />
          );
        })}
      </div>
    </Section>
  );
}
