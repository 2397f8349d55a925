/** Changes a part of what a rule is about. */
import type { Subject, SubjectKind, SubjectOf } from '@watchdesk/domain/alerting';
import { useForm } from './form.ts';

export function useSubject<K extends SubjectKind>(): (part: { [Name in keyof SubjectOf<K>]?: SubjectOf<K>[Name] | undefined }) => void {
  const { draft, change } = useForm();
  return (part) => {
    // What is left out is as it usually is, and stands not in the rule.
    const next = Object.fromEntries(Object.entries({ ...draft.subject, ...part }).filter(([, value]) => value !== undefined));
    change({ subject: next as Subject });
  };
}
