/** The standard rules, by what they are about: turned on as they are, or adapted first. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ruleSentence } from '@watchdesk/domain/alerting';
import { SeverityMark } from '../../../notices/index.ts';
import { ErrorState, Panel, problemOf, RowsSkeleton } from '../../../ui/index.ts';
import classes from '../alerts.module.css';
import { withTeams } from './form.ts';
import { useMayMake } from './may-change.ts';
import { words } from './messages.ts';
import own from './rules.module.css';
import { Twin } from './Twin.tsx';
import { type Template, useSaveRule, useTemplates } from './use-rules.ts';

const said = words.standard;

function Standard({ template: { id, spec, rules } }: { template: Template }) {
  const { teams } = useMayMake();
  const save = useSaveRule(() => {});
  return (
    <li className={own['rule']}>
      <div className={classes['mark']}>
        <SeverityMark severity={spec.severity} isShort />
      </div>
      <div className={classes['what']}>
        <h3>{spec.name}</h3>
        <p>{ruleSentence(spec)}</p>
        {rules.length === 0 && <Twin spec={withTeams(spec, teams)} />}
        {save.error && <p className={own['fault']}>{problemOf(save.error).detail ?? problemOf(save.error).title}</p>}
      </div>
      <p className={classes['facts']}>{rules.length > 0 && <span>{said.made}</span>}</p>
      <div className={own['turn']}>
        {rules.length === 0 && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={said.onOf(spec.name)}
            loading={save.isPending}
            onClick={() => save.mutate({ id: null, spec: withTeams(spec, teams), baseVersion: 0 })}
          >
            {said.on}
          </Button>
        )}
        <Button
          component={Link}
          {...({ to: '/alerts/new-rule', search: { template: id } } as object)}
          size="compact-sm"
          variant="subtle"
          aria-label={said.adaptOf(spec.name)}
        >
          {said.adapt}
        </Button>
      </div>
    </li>
  );
}

export function StandardRules() {
  const { data, error, refetch } = useTemplates();
  const { teams } = useMayMake();
  // A connection is the whole workspace's, and no team's.
  const offered = (data ?? []).filter(({ spec }) => teams === null || spec.subject.kind !== 'connection');
  return (
    <Panel title={said.title} sentence={said.sentence} flush>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} compact />}
      {!data && !error && <RowsSkeleton rows={8} height={56} />}
      {[...Map.groupBy(offered, ({ group }) => group)].map(([group, templates]) => (
        <section key={group} aria-label={said.groups[group]}>
          <h3 className={own['group']}>{said.groups[group]}</h3>
          <ul className={own['rules']}>
            {templates.map((template) => (
              <Standard key={template.id} template={template} />
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}
