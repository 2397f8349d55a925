/** The calendars: each as a week in bars and words, with the policies that count by it. */
import { Button } from '@mantine/core';
import { IconCalendarClock, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCalendars } from '../../../api/calendar-questions.ts';
import { useMayWriteRules } from '../../../session/session.ts';
import { BlockSkeleton, EmptyState, ErrorState, Panel, SectionTitle } from '../../../ui/index.ts';
import { listed } from '../terms.ts';
import { editorMessages as shared } from '../../../drafts/index.ts';
import page from '../page.module.css';
import { messages } from './messages.ts';
import { WeekGrid } from './WeekGrid.tsx';

export function CalendarsPage() {
  const { data, error, refetch } = useCalendars();
  const mayWrite = useMayWriteRules();
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  const add = (
    <Button size="xs" component={Link} leftSection={<IconPlus size={14} aria-hidden="true" />} {...({ to: '/sla/new-calendar' } as object)}>
      {messages.add}
    </Button>
  );
  return (
    <div className={page['page']}>
      <SectionTitle order={1} title={messages.title} sentence={messages.text} actions={mayWrite && add} />
      {!data && <BlockSkeleton height={260} />}
      {data?.length === 0 && (
        <EmptyState icon={IconCalendarClock} title={messages.none}>
          {messages.noneText}
        </EmptyState>
      )}
      <div className={page['cards']}>
        {data?.map(({ id, name, version, spec, usedBy }) => (
          <Panel
            key={id}
            title={
              <Link to="/sla/calendars/$calendarId" params={{ calendarId: id }} className={page['name']}>
                {name}
              </Link>
            }
            sentence={shared.version(version)}
          >
            <WeekGrid spec={spec} />
            <p className={page['text']}>
              {usedBy.length > 0 ? messages.usedBy(listed(usedBy.map((policy) => policy.name))) : messages.unused}
            </p>
          </Panel>
        ))}
      </div>
    </div>
  );
}
