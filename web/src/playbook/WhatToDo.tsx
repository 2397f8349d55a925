/** What to do about a category: its actions, those the numbers call for first, and the numbers, each of which explains itself. */
import { NativeSelect, UnstyledButton } from '@mantine/core';
import { IconArrowBadgeRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Advice } from '../api/client.ts';
import { SIGNAL_IDS } from '@watchdesk/domain/playbook';
import { explainedOf, isFew, useCatalogue, useAnswer, useExplain, valueWords, type Catalogue, type Filter } from '../numbers/index.ts';
import { EmptyState, ErrorState, NONE, Panel, TextSkeleton } from '../ui/index.ts';
import { messages } from './messages.ts';
import classes from './playbook.module.css';
import { useAdvice, type AdviceContext } from './use-advice.ts';

const labelsOf = (metrics: readonly string[], catalogue: Catalogue | undefined): string[] =>
  metrics.map((id) => (catalogue?.metric(id)?.label ?? id).split(', ')[0]!);

function Actions({ advice: { actions }, catalogue }: { advice: Advice; catalogue: Catalogue | undefined }) {
  return (
    <ol className={classes['actions']}>
      {actions.map(({ id, action, calledBy }) => (
        <li key={id} data-called={calledBy.length > 0 || undefined}>
          {action}
          {calledBy.length > 0 && (
            <span className={classes['called']}>
              <IconArrowBadgeRight size={14} aria-hidden="true" />
              {messages.calledBy(labelsOf(calledBy, catalogue))}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

interface FiguresProps {
  advice: Advice;
  context: AdviceContext;
  catalogue: Catalogue;
}

function Figures({ advice: { signals, category }, context, catalogue }: FiguresProps) {
  const explain = useExplain();
  const { columns } = messages;
  return (
    <table className={classes['figures']}>
      <thead>
        <tr>
          <th scope="col">{columns.metric}</th>
          <th scope="col">{columns.own}</th>
          <th scope="col">{columns.others}</th>
          <th scope="col">{columns.call}</th>
        </tr>
      </thead>
      <tbody>
        {signals.map(({ metric: id, value, n, others, call }) => {
          const metric = catalogue.metric(id);
          if (!metric) return null;
          const text = valueWords(value, metric.unit);
          return (
            <tr key={id} data-call={call}>
              <th scope="row">{metric.label}</th>
              <td data-few={isFew({ value, n, unit: metric.unit }) || undefined}>
                <UnstyledButton
                  className={classes['cell']}
                  aria-label={`${metric.label}: ${text}. Explain`}
                  title={`n ${n}`}
                  onClick={() => explain(explainedOf(id, context, { category }))}
                >
                  {text}
                </UnstyledButton>
              </td>
              <td>{others === null ? NONE : valueWords(others, metric.unit)}</td>
              <td>{messages.call[call]}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Filters that every number has hold, the others are named. Which category it is, is asked by itself. */
function useHeld({ period, timeZone, filters = [] }: AdviceContext, catalogue: Catalogue | undefined) {
  return useMemo(() => {
    const has = ({ dimension }: Filter) =>
      SIGNAL_IDS.every((id) => catalogue === undefined || (catalogue.metric(id)?.dimensions.includes(dimension) ?? false));
    const whole = filters.filter(({ dimension }) => dimension !== 'category');
    const left = whole.filter((filter) => !has(filter)).map(({ dimension }) => catalogue?.dimension(dimension)?.label ?? dimension);
    return { context: { period, timeZone, filters: whole.filter(has) }, left };
  }, [period, timeZone, filters, catalogue]);
}

/** The category that filters are down to; null where they are to none or to several. */
export function chosenCategory(filters: readonly Filter[] = []): string | null {
  const [only, ...others] = filters.filter(({ dimension }) => dimension === 'category');
  return only && !only.not && only.values.length === 1 && others.length === 0 ? only.values[0]! : null;
}

/** As many as a list can be searched for. */
const MOST = 100;

/** The categories of what was resolved or came in, the largest first: a team that others hand to resolves what came in elsewhere. */
function useCategories(context: AdviceContext | null): { value: string; label: string }[] | null {
  const { data } = useAnswer(context && { ...context, metrics: ['resolved', 'created'], dimensions: ['category'], limit: MOST });
  return useMemo(
    () =>
      data?.groups.flatMap(({ key: { category: value }, labels }) =>
        value === undefined ? [] : [{ value, label: labels['category'] ?? value }],
      ) ?? null,
    [data],
  );
}

interface WhatToDoProps {
  /** The one category the page is about; null lets one be chosen, the largest first. */
  chosen: string | null;
  context: AdviceContext;
}

/** Everything of a category that is known; one that has not been chosen yet is the largest of the period. */
export function WhatToDo({ chosen, context: given }: WhatToDoProps) {
  const { data: catalogue } = useCatalogue();
  const { context, left } = useHeld(given, catalogue);
  const [picked, setPicked] = useState<string | null>(null);
  const values = useCategories(chosen === null ? context : null);
  const known = values?.filter(({ value }) => value !== '') ?? [];
  const category = chosen ?? picked ?? known[0]?.value ?? null;
  const { data: advice, error, refetch, isPlaceholderData } = useAdvice(category, context);
  const name = category === '' ? messages.none : category;
  const picker = chosen === null && known.length > 0 && (
    <NativeSelect
      size="xs"
      aria-label={messages.choose}
      data={known.map(({ value, label }) => ({ value, label }))}
      value={category ?? ''}
      onChange={({ currentTarget }) => setPicked(currentTarget.value)}
    />
  );
  const calling = advice?.signals.filter(({ call }) => call === 'calls').map(({ metric }) => metric) ?? [];
  return (
    <Panel title={name === null ? messages.title : messages.titleOf(name)} actions={picker}>
      {error && !advice && <ErrorState error={error} retry={() => void refetch()} compact />}
      {category === null && values !== null && <EmptyState title={messages.nobody} compact />}
      {category !== null && !advice && !error && <TextSkeleton lines={12} />}
      {advice && catalogue && category !== null && (
        <div aria-busy={isPlaceholderData}>
          <p className={classes['sentence']}>
            {calling.length > 0 ? messages.calls(labelsOf(calling, catalogue)) : messages.quiet}
            {left.length > 0 && ` ${messages.notFiltered(left)}`}
          </p>
          <div className={classes['parts']}>
            <section aria-label={messages.actions}>
              {advice.actions.length > 0 ? (
                <Actions advice={advice} catalogue={catalogue} />
              ) : (
                <EmptyState title={messages.nothing} compact>
                  {messages.nothingHint}
                </EmptyState>
              )}
              <Link to="/goals/playbook" className={classes['link']}>
                {messages.playbook}
              </Link>
            </section>
            <section aria-label={messages.figures}>
              <Figures advice={advice} context={context} catalogue={catalogue} />
            </section>
          </div>
        </div>
      )}
    </Panel>
  );
}
