/** The policies in force, in their order: for whom each is, what it promises, and how tiers change that. */
import { Button, Menu } from '@mantine/core';
import { IconPlus, IconScript } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCalendars } from '../../../api/calendar-questions.ts';
import type { Calendar, Policy } from '../../../api/client.ts';
import { useMayWriteRules, useSession } from '../../../session/session.ts';
import { BlockSkeleton, EmptyState, ErrorState, formatNumber, Panel, SectionTitle, sentenceCase } from '../../../ui/index.ts';
import { editorMessages as shared } from '../../../drafts/index.ts';
import page from '../page.module.css';
import { PriorityTable } from '../PriorityTable.tsx';
import { listed, targetInWords, targetShort } from '../terms.ts';
import { useValueNames } from '../../../directory/value-names.ts';
import { usePolicies, usePresets } from '../use-rules.ts';
import { messages } from './messages.ts';
import { presetCalendars } from './PolicyPage.tsx';
import { forWhom } from './policy-words.ts';
import { validityInWords } from './validity.ts';

/** `Business hours; P1 in Around the clock`. */
function calendarsInWords({ calendar }: Policy['spec'], nameOf: (id: string) => string): string {
  const others = Object.entries(calendar.byPriority).map(([priority, id]) => `${priority} in “${nameOf(id)}”`);
  return [`“${nameOf(calendar.default)}”`, ...others].join('; ');
}

/** `Enterprise × 0.5, Free × 4`, the quickest first. */
const tiersInWords = (tiers: Policy['spec']['tiers']): string =>
  listed(
    Object.entries(tiers)
      .toSorted(([, a], [, b]) => a - b)
      .map(([tier, factor]) => `${sentenceCase(tier)}\u00a0×\u00a0${formatNumber(factor, Number.isInteger(factor) ? 0 : 1)}`),
  );

function PolicyCard({ policy: { id, name, version, spec }, calendars }: { policy: Policy; calendars: readonly Calendar[] }) {
  const nameOf = (calendar: string): string => calendars.find((one) => one.id === calendar)?.name ?? calendar;
  const valueName = useValueNames(spec.match);
  const zone = useSession().workspace.timeZone;
  const cells = Object.values(spec.cells).reduce((sum, own) => sum + Object.keys(own).length, 0);
  return (
    <Panel
      title={
        <Link to="/sla/policies/$policyId" params={{ policyId: id }} className={page['name']}>
          {name}
        </Link>
      }
      sentence={`${messages.order(spec.rank)} · ${messages.family(spec.family)} · ${shared.version(version)}`}
    >
      <p className={page['lead']}>
        {forWhom(spec.match, valueName)}. {messages.counts(calendarsInWords(spec, nameOf))} {validityInWords(spec, zone)}
      </p>
      <PriorityTable
        look="read"
        label={name}
        clocks={spec.clocks}
        renderCell={(metric, priority) => {
          const target = spec.targets[metric]?.[priority];
          return <span title={targetInWords(target)}>{targetShort(target)}</span>;
        }}
      />
      {Object.keys(spec.tiers).length > 0 && (
        <p className={page['text']}>
          {messages.tiers(tiersInWords(spec.tiers))} {cells > 0 && `${messages.exact(cells)}.`}
        </p>
      )}
    </Panel>
  );
}

function NewPolicy({ calendars }: { calendars: readonly Calendar[] | undefined }) {
  const { data } = usePresets(presetCalendars(calendars));
  const valueName = useValueNames((data ?? []).flatMap(({ match }) => match));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" leftSection={<IconPlus size={14} aria-hidden="true" />} disabled={!data}>
          {messages.add}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{messages.addHint}</Menu.Label>
        {data?.map(({ name, match }) => (
          <Menu.Item key={name} component={Link} {...({ to: '/sla/new-policy', search: { preset: name } } as object)}>
            <b>{name}</b>
            <span className={page['short']}>{forWhom(match, valueName)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function PoliciesPage() {
  const policies = usePolicies();
  const calendars = useCalendars();
  const mayWrite = useMayWriteRules();
  const error = policies.error ?? calendars.error;
  if (error && !policies.data) return <ErrorState error={error} retry={() => void policies.refetch()} />;
  return (
    <div className={page['page']}>
      <SectionTitle
        order={1}
        title={messages.title}
        sentence={messages.text}
        actions={mayWrite && <NewPolicy calendars={calendars.data} />}
      />
      {!policies.data && <BlockSkeleton height={320} />}
      {policies.data?.length === 0 && (
        <EmptyState icon={IconScript} title={messages.none}>
          {messages.noneText}
        </EmptyState>
      )}
      <div className={page['cards']}>
        {policies.data?.map((policy) => (
          <PolicyCard key={policy.id} policy={policy} calendars={calendars.data ?? []} />
        ))}
      </div>
    </div>
  );
}
