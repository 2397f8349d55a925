/** A rule in the list: what it says, whom it tells, what of it is in force, and whether it is on. */
import { Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ruleSentence } from '@watchdesk/domain/alerting';
import { SeverityMark } from '../../../notices/index.ts';
import { problemOf } from '../../../ui/index.ts';
import classes from '../alerts.module.css';
import { words } from './messages.ts';
import { useMayChange } from './may-change.ts';
import { type Names, tellsInWords } from './rule-words.ts';
import own from './rules.module.css';
import { Snoozed } from './Snoozed.tsx';
import { Trouble } from './Trouble.tsx';
import { type Rule, useEnable } from './use-rules.ts';

interface RuleRowProps {
  rule: Rule;
  names: Pick<Names, 'value' | 'recipient'>;
  inForce: number;
}

export function RuleRow({ rule, names, inForce }: RuleRowProps) {
  const { id, spec } = rule;
  const enable = useEnable(id);
  const { mayWrite } = useMayChange(spec);
  return (
    <li className={own['rule']} data-off={!spec.enabled || undefined}>
      <div className={classes['mark']}>
        <SeverityMark severity={spec.severity} isShort />
      </div>
      <div className={classes['what']}>
        <h3>
          <Link to="/alerts/rules/$ruleId" params={{ ruleId: id }} className={classes['name']}>
            <bdi>{spec.name}</bdi>
          </Link>
        </h3>
        <p>{ruleSentence(spec, names.value)}</p>
        <p>{tellsInWords(spec, names)}</p>
        <Trouble rule={rule} />
        {enable.error && <p className={own['fault']}>{problemOf(enable.error).detail ?? problemOf(enable.error).title}</p>}
      </div>
      <p className={classes['facts']}>
        {inForce > 0 && (
          <Link to="/alerts" search={{ rule: id } as never} className={classes['more']}>
            {words.inForce(inForce)}
          </Link>
        )}
        <Snoozed spec={spec} />
        {!spec.enabled && !mayWrite && <span>{words.off}</span>}
      </p>
      {mayWrite && (
        <Switch
          aria-label={words.onOf(spec.name)}
          checked={enable.isPending ? enable.variables : spec.enabled}
          disabled={enable.isPending}
          onChange={({ currentTarget: { checked } }) => enable.mutate(checked)}
        />
      )}
    </li>
  );
}
