/** What customers can rely on, written from the policies: to be read, printed, or kept as a PDF. */
import { Button, Select } from '@mantine/core';
import { IconFileText, IconPrinter } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCalendars } from '../../../api/calendar-questions.ts';
import type { Policy } from '../../../api/client.ts';
import { dayOf } from '../../../period/zone.ts';
import { useSession } from '../../../session/session.ts';
import { BlockSkeleton, EmptyState, ErrorState, formatDate, sentenceCase, useTicking } from '../../../ui/index.ts';
import { usePolicies } from '../use-rules.ts';
import { tiersOf } from '../tiers.ts';
import { mayHoldFor } from './contract.ts';
import classes from './document.module.css';
import { messages } from './messages.ts';
import { PolicyChapter } from './PolicyChapter.tsx';

const route = getRouteApi('/inside/sla/document');
/** The family that a policy belongs to unless another is given. */
const SERVICE = 'service';

/** What holds for every ticket stands before what is promised beside it; within both, the order of the policies. */
const serviceFirst = (a: Policy, b: Policy): number => Number(b.spec.family === SERVICE) - Number(a.spec.family === SERVICE);

export function DocumentPage() {
  const policies = usePolicies();
  const calendars = useCalendars();
  const { workspace } = useSession();
  const { tier } = route.useSearch();
  const navigate = useNavigate({ from: '/sla/document' });
  const today = useTicking((now) => dayOf(now, workspace.timeZone));
  const error = policies.error ?? calendars.error;
  if (!policies.data || !calendars.data)
    return error ? (
      <ErrorState error={error} retry={() => void Promise.all([policies.refetch(), calendars.refetch()])} />
    ) : (
      <BlockSkeleton height={640} />
    );
  if (policies.data.length === 0)
    return (
      <EmptyState icon={IconFileText} title={messages.none}>
        {messages.noneText}
      </EmptyState>
    );
  const chapters = policies.data.filter(({ spec }) => mayHoldFor(spec, tier ?? '')).toSorted(serviceFirst);
  const tiers = tiersOf(policies.data.map(({ spec }) => spec));
  return (
    <div className={classes['page']}>
      <div className={classes['tools']}>
        <p>{messages.hint}</p>
        {tiers.length > 0 && (
          <Select
            size="xs"
            aria-label={messages.tier}
            placeholder={messages.anyTier}
            data={tiers.map((value) => ({ value, label: `${messages.tier} ${sentenceCase(value)}` }))}
            value={tier ?? null}
            clearable
            clearButtonProps={{ 'aria-label': messages.anyTier }}
            onChange={(chosen) => void navigate({ search: (previous) => ({ ...previous, tier: chosen ?? undefined }), replace: true })}
          />
        )}
        <Button size="xs" variant="default" leftSection={<IconPrinter size={14} aria-hidden="true" />} onClick={() => window.print()}>
          {messages.print}
        </Button>
      </div>
      <article className={classes['sheet']}>
        <header>
          <h1>{messages.title}</h1>
          <p>
            {messages.of(workspace.name)}
            {tier && ` · ${messages.for(sentenceCase(tier))}`} · {messages.date(formatDate(today))}
          </p>
        </header>
        {chapters.map(({ id, spec }) => (
          <PolicyChapter key={id} spec={spec} tier={tier ?? ''} calendars={calendars.data} />
        ))}
      </article>
    </div>
  );
}
