/** What has to be true: a tree of conditions. Without any it acts on every ticket. */
import { useForm } from './form.ts';
import { Group } from './Group.tsx';
import { messages } from './messages.ts';
import { Section } from './Section.tsx';

const words = messages.if;

export function If() {
  const { draft, change, faults } = useForm();
  // Faults of one condition stand at it; of all of them together, here.
  const whole = faults.find(({ field }) => field === 'automation.conditions')?.message;
  return (
    <Section title={words.title} text={words.text} fault={whole}>
      <Group node={draft.conditions} path="conditions" depth={0} onChange={(conditions) => change({ conditions })} />
    </Section>
  );
}
