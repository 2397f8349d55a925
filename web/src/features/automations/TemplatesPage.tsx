/** Automations that are ready, by what they are for: each says what it does, and is taken up by a click. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Automation, AutomationTemplate } from '../../api/client.ts';
import { useMayWriteRules } from '../../session/session.ts';
import { BlockSkeleton, ErrorState, PlaceHead, StateWord } from '../../ui/index.ts';
import classes from './automations.module.css';
import { messages } from './messages.ts';
import { useAutomations, useTemplates } from './use-automations.ts';

const words = messages.templates;

interface CardProps {
  template: AutomationTemplate;
  /** Those that were made from it. */
  taken: readonly Automation[];
  mayWrite: boolean;
}

function Card({ template: { id, spec, sentence, asks }, taken, mayWrite }: CardProps) {
  return (
    <li className={classes['card']}>
      <h3>{spec.name}</h3>
      <p>{spec.description}</p>
      <p className={classes['sentence']}>{sentence}</p>
      <div className={classes['foot']}>
        <span className={classes['quiet']}>{asks.length > 0 && words.asks(asks.map(({ label }) => label))}</span>
        {taken[0] && (
          <Link to="/automations/$automationId" params={{ automationId: taken[0].id }} className={classes['name']}>
            <StateWord tone={taken[0].enabledAt === null ? 'idle' : 'good'}>{words.taken(taken.length)}</StateWord>
          </Link>
        )}
        {mayWrite && (
          <Button
            size="compact-sm"
            variant="default"
            component={Link}
            {...({ to: '/automations/new', search: { template: id } } as object)}
            aria-label={words.takeUp(spec.name)}
          >
            {words.use}
          </Button>
        )}
      </div>
    </li>
  );
}

export function TemplatesPage() {
  const { data, error, refetch } = useTemplates();
  const automations = useAutomations();
  const mayWrite = useMayWriteRules();
  const groups = [...Map.groupBy(data ?? [], ({ group }) => group)];
  return (
    <div className={classes['page']}>
      <PlaceHead title={words.title} text={words.text} />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <BlockSkeleton height={420} />}
      {groups.map(([group, own]) => (
        <section key={group} aria-label={words.groups[group] ?? group}>
          <h2 className={classes['group']}>{words.groups[group] ?? group}</h2>
          <ul className={classes['cards']}>
            {own.map((template) => (
              <Card
                key={template.id}
                template={template}
                taken={automations.data?.filter(({ spec }) => spec.template === template.id) ?? []}
                mayWrite={mayWrite}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
