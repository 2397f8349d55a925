/** What is watched, in the words of its kind. */
import { NativeSelect } from '@mantine/core';
import { SUBJECT_KINDS, type Subject, type SubjectKind } from '@watchdesk/domain/alerting';
import { useSession } from '../../../session/session.ts';
import { AbsenceFields, ConnectionFields, EventFields, ScheduleFields, SlaFields } from './SubjectFields.tsx';
import { subjectOf, useForm, withSubject, withTeams } from './form.ts';
import { words } from './messages.ts';
import { NumberFields } from './NumberFields.tsx';
import { Line, Part } from './Part.tsx';

/** In the order in which people want them. */
const ORDER: readonly SubjectKind[] = ['sla', 'absence', 'event', 'metric', 'anomaly', 'schedule', 'connection'];
const KINDS = ORDER.filter((kind) => SUBJECT_KINDS.includes(kind)).map((value) => ({ value, label: words.kinds[value] }));

function Fields({ subject }: { subject: Subject }) {
  switch (subject.kind) {
    case 'sla':
      return <SlaFields subject={subject} />;
    case 'absence':
      return <AbsenceFields subject={subject} />;
    case 'event':
      return <EventFields subject={subject} />;
    case 'schedule':
      return <ScheduleFields subject={subject} />;
    case 'connection':
      return <ConnectionFields subject={subject} />;
    default:
      return <NumberFields subject={subject} />;
  }
}

export function WhenPart() {
  const { draft, change, faultAt, teams } = useForm();
  const { timeZone } = useSession().workspace;
  const { kind } = draft.subject;
  return (
    <Part word={words.parts.when} fault={faultAt('subject.kind')}>
      <Line>
        <NativeSelect
          aria-label={words.kind}
          // A connection is the whole workspace's, and no team's.
          data={KINDS.filter(({ value }) => teams === null || value !== 'connection')}
          value={kind}
          onChange={({ currentTarget: { value } }) => {
            const next = subjectOf(value as SubjectKind, draft.subject, timeZone);
            change(withTeams(withSubject(draft, next), teams));
          }}
        />
      </Line>
      <Fields key={kind} subject={draft.subject} />
    </Part>
  );
}
