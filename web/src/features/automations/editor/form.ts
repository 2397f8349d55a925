/** The draft of an automation as its fields see it: what is typed so far, how to change it, and what is wrong where. */
import { createContext, use } from 'react';
import type { AutomationSpec } from '../../../api/client.ts';
import { type FieldFault, faultAt } from './changes.ts';

export interface Form {
  draft: AutomationSpec;
  change: (part: Partial<AutomationSpec>) => void;
  faults: readonly FieldFault[];
  /** What it names that is not known, at its fields. */
  unknown: readonly FieldFault[];
  mayWrite: boolean;
}

export const FormContext = createContext<Form | null>(null);

/** The draft, and what is wrong with a field by its path; undefined where nothing is. */
export function useForm() {
  const form = use(FormContext);
  if (!form) throw new Error('no draft around this field');
  return {
    ...form,
    faultAt: (path: string) => faultAt(form.faults, path),
    unknownAt: (path: string) => faultAt(form.unknown, path),
  };
}
