/** One calendar, or one that is being made; after saving, whether running clocks follow. */
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCalendars } from '../../../api/calendar-questions.ts';
import type { CalendarSpec } from '../../../api/client.ts';
import { useMayWriteRules, useSession } from '../../../session/session.ts';
import { BlockSkeleton, ErrorState, sentenceCase } from '../../../ui/index.ts';
import { ApplyDialog } from '../ApplyDialog.tsx';
import { EditorPage } from '../editor/EditorPage.tsx';
import { Gone } from '../editor/Gone.tsx';
import { editorMessages as shared } from '../../../drafts/index.ts';
import { RetireDialog } from '../RetireDialog.tsx';
import { listed } from '../terms.ts';
import { useCalendarVersions } from '../use-rules.ts';
import { CalendarEditor } from './CalendarEditor.tsx';
import { messages } from './messages.ts';

const route = getRouteApi('/inside/sla/calendars/$calendarId');
const OFFICE: [string, string][] = [['09:00', '18:00']];

const LIST = { to: '/sla/calendars', back: messages.back } as const;

const GoneCalendar = ({ id }: { id: string }) => <Gone {...LIST} id={id} query={useCalendarVersions(id)} none={messages.unknown} />;

export function CalendarPage() {
  const { calendarId } = route.useParams();
  const { data, error } = useCalendars();
  const navigate = useNavigate();
  const mayWrite = useMayWriteRules();
  const [open, setOpen] = useState<'apply' | 'retire' | null>(null);
  if (!data) return error ? <ErrorState error={error} /> : <BlockSkeleton height={480} />;
  const calendar = data.find(({ id }) => id === calendarId);
  if (!calendar) return <GoneCalendar id={calendarId} />;
  const { id, name, version, spec, usedBy } = calendar;
  const policies = usedBy.map((policy) => policy.name);
  return (
    <EditorPage
      {...LIST}
      title={name}
      sentence={`${usedBy.length > 0 ? messages.usedBy(listed(policies)) : messages.unused} ${sentenceCase(shared.version(version))}.`}
      readOnly={mayWrite ? undefined : messages.readOnly}
      retire={mayWrite ? { button: messages.retire.button, onClick: () => setOpen('retire') } : undefined}
    >
      <CalendarEditor key={id} id={id} version={version} name={name} spec={spec} usedBy={policies} onSaved={() => setOpen('apply')} />
      {open === 'apply' && <ApplyDialog kind="calendar" id={id} saved={shared.save.saved(version)} onClose={() => setOpen(null)} />}
      {open === 'retire' && (
        <RetireDialog
          kind="calendar"
          id={id}
          words={{ ...messages.retire, title: messages.retire.title(name) }}
          onClose={() => setOpen(null)}
          onRetired={() => void navigate({ to: '/sla/calendars', ignoreBlocker: true })}
        />
      )}
    </EditorPage>
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
    <EditorPage {...LIST} title={messages.newTitle}>
      <CalendarEditor
        id={null}
        version={0}
        name={messages.newName}
        spec={spec}
        usedBy={[]}
        onSaved={(id) => void navigate({ to: '/sla/calendars/$calendarId', params: { calendarId: id }, ignoreBlocker: true })}
      />
    </EditorPage>
  );
}
