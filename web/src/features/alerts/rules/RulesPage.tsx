/** The rules: each as a sentence with whom it tells, on or off; and the standard ones, to be turned on or adapted. */
import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconScript, IconSearch } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRecipients } from '../../../audience/index.ts';
import { EmptyState, ErrorState, Panel, PlaceHead, RowsSkeleton } from '../../../ui/index.ts';
import classes from '../alerts.module.css';
import { useInForce } from '../use-alerts.ts';
import { useMayMake } from './may-change.ts';
import { words } from './messages.ts';
import { RuleRow } from './RuleRow.tsx';
import own from './rules.module.css';
import { isFound } from './rule-words.ts';
import { StandardRules } from './StandardRules.tsx';
import { useNamesOf } from './use-rule-names.ts';
import { useRules } from './use-rules.ts';

const route = getRouteApi('/inside/alerts/rules');

export function RulesPage() {
  const { data: rules, error, refetch } = useRules();
  const { data: alerts } = useInForce({});
  const { mayMake } = useMayMake();
  const { nameOf: recipient } = useRecipients();
  const value = useNamesOf((rules ?? []).map(({ spec }) => spec));
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  // The address follows what is typed, a moment later.
  const [typed, setTyped] = useState(q);
  const names = { value, recipient };
  const found = rules?.filter(({ spec }) => isFound(spec, names, typed.trim()));
  const look = (text: string) => {
    setTyped(text);
    void navigate({ search: text.trim() === '' ? {} : { q: text.trim() }, replace: true });
  };
  const countOf = (id: string): number =>
    (alerts?.alerts ?? []).filter(({ rule, status }) => rule.id === id && status !== 'pending').length;
  return (
    <div className={classes['page']}>
      <PlaceHead title={words.title} text={words.text}>
        {mayMake && (
          <Button component={Link} to="/alerts/new-rule" size="xs" leftSection={<IconPlus size={15} aria-hidden="true" />}>
            {words.add}
          </Button>
        )}
      </PlaceHead>
      {error && !rules && <ErrorState error={error} retry={() => void refetch()} />}
      {!rules && !error && <RowsSkeleton rows={6} height={56} />}
      {rules?.length === 0 && (
        <EmptyState icon={IconScript} title={words.none}>
          {words.noneText}
        </EmptyState>
      )}
      {rules && rules.length > 0 && (
        <Panel
          title={words.list}
          actions={
            <TextInput
              size="xs"
              type="search"
              aria-label={words.search}
              placeholder={words.search}
              leftSection={<IconSearch size={14} aria-hidden="true" />}
              maxLength={200}
              value={typed}
              onChange={({ currentTarget: { value: text } }) => look(text)}
            />
          }
          flush
        >
          <ul className={own['rules']}>
            {found?.map((rule) => (
              <RuleRow key={rule.id} rule={rule} names={names} inForce={countOf(rule.id)} />
            ))}
          </ul>
          {found?.length === 0 && (
            <EmptyState title={words.noneFound(typed.trim())} compact>
              {words.noneFoundText}
            </EmptyState>
          )}
        </Panel>
      )}
      {mayMake && <StandardRules />}
    </div>
  );
}
