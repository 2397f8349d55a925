/** What the server found wrong with a form: each fault at its field, and what is about none of them. */
import { useEffect, useRef } from 'react';
import { detailOf, problemOf } from '../ui/problem.ts';

interface Faults {
  /** In the server's words; undefined where the field is right. */
  of: (field: string) => string | undefined;
  /** What stands at no field that is shown. */
  rest: string | null;
}

/** `known`: the fields that the form shows. */
export function faultsOf(error: unknown, known: readonly string[]): Faults {
  if (!error) return { of: () => undefined, rest: null };
  const problem = problemOf(error);
  const at = problem.fields.filter(({ field }) => known.includes(field));
  // Whoever is refused at the door is told why there, and not how programs come in.
  const detail = problem.status === 401 ? problem.detail : detailOf(problem);
  return {
    of: (field) => at.find((one) => one.field === field)?.message,
    rest: at.length > 0 ? null : (detail ?? problem.fields[0]?.message ?? problem.title),
  };
}

/** A ref for a form: once it was refused, the first field at fault has the focus. */
export function useFaultFocus(error: unknown) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  return form;
}
