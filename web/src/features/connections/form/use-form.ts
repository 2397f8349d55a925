/** What is entered of a system's credentials and settings, and which field a refusal is about. */
import { useMemo, useState } from 'react';
import { problemOf } from '../../../ui/index.ts';
import type { System } from '../use-connections.ts';
import { type Draft, draftOf, EMPTY, isFilled, valueOf, variantsOf } from './fields.ts';

export function useForm(system: System, options?: unknown) {
  const credentialVariants = useMemo(() => variantsOf(system.credentials, true), [system]);
  const optionVariants = useMemo(() => variantsOf(system.options, false), [system]);
  const [credentials, setCredentials] = useState<Draft>(EMPTY);
  const [given, setGiven] = useState<Draft>(() => draftOf(optionVariants, options));
  return {
    credentials: {
      variants: credentialVariants,
      draft: credentials,
      set: setCredentials,
      isFilled: isFilled(credentialVariants, credentials),
    },
    options: { variants: optionVariants, draft: given, set: setGiven, isFilled: isFilled(optionVariants, given) },
    hasCredentials: credentialVariants.some(({ fields }) => fields.length > 0),
    hasOptions: optionVariants.some(({ fields }) => fields.length > 0),
    credentialsValue: () => valueOf(credentialVariants, credentials),
    optionsValue: () => valueOf(optionVariants, given),
  };
}

/** Whether a fault is of this field, or of one inside it that is no field of the form. */
export const faultsOf = (error: unknown) => {
  const faults = error ? problemOf(error).fields : [];
  return (path: string): string | undefined => faults.find(({ field }) => field === path)?.message;
};
