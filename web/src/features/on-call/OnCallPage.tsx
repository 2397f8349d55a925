/** Every schedule with who has it now; what nobody has first. */
import { Button } from '@mantine/core';
import { IconCalendarShare, IconPhoneCall, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMayWriteRules } from '../../session/session.ts';
import { BlockSkeleton, EmptyState, ErrorState, SectionTitle } from '../../ui/index.ts';
import { CalendarLinks } from './CalendarLinks.tsx';
import { messages } from './messages.ts';
import classes from './on-call.module.css';
import { ScheduleCard } from './ScheduleCard.tsx';
import { ScheduleEditor } from './ScheduleEditor.tsx';
import { useSchedules } from './use-on-call.ts';

export function OnCallPage() {
  const { data, error, refetch } = useSchedules();
  const mayWrite = useMayWriteRules();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'links' | 'editor' | null>(null);
  const gaps = data?.filter(({ now }) => now.person === null).length ?? 0;
  const sorted = data?.toSorted((a, b) => Number(a.now.person !== null) - Number(b.now.person !== null)) ?? [];
  const make = mayWrite && (
    <Button size="xs" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={() => setOpen('editor')}>
      {messages.make}
    </Button>
  );
  return (
    <>
      <SectionTitle
        order={1}
        title={messages.title}
        sentence={data && data.length > 0 ? messages.summary(data.length, gaps) : messages.sentence}
        actions={
          <>
            {data && data.length > 0 && (
              <Button
                size="xs"
                variant="default"
                leftSection={<IconCalendarShare size={15} aria-hidden="true" />}
                onClick={() => setOpen('links')}
              >
                {messages.links.button}
              </Button>
            )}
            {data && data.length > 0 && make}
          </>
        }
      />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <BlockSkeleton height={320} />}
      {data?.length === 0 && (
        <EmptyState icon={IconPhoneCall} title={messages.nothing} action={make || undefined}>
          {messages.nothingHint}
        </EmptyState>
      )}
      <div className={classes['cards']}>
        {sorted.map((schedule) => (
          <ScheduleCard key={schedule.id} schedule={schedule} />
        ))}
      </div>
      {open === 'links' && <CalendarLinks onClose={() => setOpen(null)} />}
      {open === 'editor' && (
        <ScheduleEditor
          schedule={null}
          onClose={() => setOpen(null)}
          onSaved={({ id }) => void navigate({ to: '/on-call/schedules/$scheduleId', params: { scheduleId: id } })}
        />
      )}
    </>
  );
}
