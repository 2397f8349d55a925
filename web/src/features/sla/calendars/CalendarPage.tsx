/** One calendar, or one that is being made; after saving, whether running clocks follow. */
import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { CalendarSpec } from '../../../api/client.ts';
import { useMayWriteRules, useSession } from '../../../session/session.ts';
import { BlockSkeleton, EmptyState, ErrorState, SectionTitle, sentenceCase } from '../../../ui/index.ts';
import { ApplyDialog } from '../ApplyDialog.tsx';
import { RetireDialog } from '../RetireDialog.tsx';
import { listed } from '../terms.ts';
import { useCalendars } from '../use-rules.ts';
import { CalendarEditor } from './CalendarEditor.tsx';
import classes from './calendars.module.css';
import { messages } from './messages.ts';

const route = getRouteApi('/inside/sla/calendars/$calendarId');
const OFFICE: [string, string][] = [['09:00', '18:00']];

function Frame({ title, sentence, actions, children }: { title: string; sentence?: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes['page']}>
      <Link to="/sla/calendars" className={classes['back']}>
        {messages.back}
      </Link>
      <SectionTitle order={1} title={title} sentence={sentence} actions={actions} />
      {children}
    </div>
  );
}

export function CalendarPage() {
  const { calendarId } = route.useParams();
  const { data, error } = useCalendars();
  const navigate = useNavigate();
  const mayWrite = useMayWriteRules();
  const [open, setOpen] = useState<'apply' | 'retire' | null>(null);
  if (!data) return error ? <ErrorState error={error} /> : <BlockSkeleton height={480} />;
  const calendar = data.find(({ id }) => id === calendarId);
  if (!calendar)
    return (
      <Frame title={calendarId}>
        <EmptyState title={messages.history.retired} />
      </Frame>
    );
  const { id, name, version, spec, usedBy } = calendar;
  return (
    <Frame
      title={name}
      sentence={`${usedBy.length > 0 ? messages.usedBy(listed(usedBy.map((policy) => policy.name))) : messages.unused} ${sentenceCase(messages.version(version))}.`}
      actions={
        mayWrite && (
          <Button size="xs" variant="default" onClick={() => setOpen('retire')}>
            {messages.retire.button}
          </Button>
        )
      }
    >
      {!mayWrite && <p className={classes['hint']}>{messages.readOnly}</p>}
      <CalendarEditor key={id} id={id} version={version} name={name} spec={spec} onSaved={() => setOpen('apply')} />
      {open === 'apply' && <ApplyDialog kind="calendar" id={id} saved={messages.save.saved(version)} onClose={() => setOpen(null)} />}
      {open === 'retire' && (
        <RetireDialog
          kind="calendar"
          id={id}
          words={{ ...messages.retire, title: messages.retire.title(name) }}
          onClose={() => setOpen(null)}
          onRetired={() => void navigate({ to: '/sla/calendars', ignoreBlocker: true })}
        />
      )}
    </Frame>
  );
}

export function NewCalendarPage() {
  const { workspace } = useSession();
  const navigate = useNavigate();
  const [spec] = useState<CalendarSpec>({
    zone: workspace.timeZone,
    hours: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE },
    overrides: {},
    breaks: {},
    holidays: [],
    always: false,
  });
  return (
    <Frame title={messages.newTitle}>
      <CalendarEditor
        id={null}
        version={0}
        name={messages.newName}
        spec={spec}
        onSaved={(id) => void navigate({ to: '/sla/calendars/$calendarId', params: { calendarId: id }, ignoreBlocker: true })}
      />
    </Frame>
  );
}
