/** That a rule says already what another would: of one thing there would be two alerts. */
import { Link } from '@tanstack/react-router';
import type { RuleSpec } from '@watchdesk/domain/alerting';
import { twinOf } from './form.ts';
import { words } from './messages.ts';
import own from './rules.module.css';
import { useRules } from './use-rules.ts';

/** Of a rule that is not made yet; nothing where it is the only one of its kind. */
export function Twin({ spec }: { spec: RuleSpec }) {
  const { data: rules = [] } = useRules();
  const twin = twinOf(spec, rules);
  if (!twin) return null;
  return (
    <p className={own['notice']} role="status">
      {words.twin}{' '}
      <Link to="/alerts/rules/$ruleId" params={{ ruleId: twin.id }}>
        <bdi>{twin.spec.name}</bdi>
      </Link>
      . {words.twinText}
    </p>
  );
}
