/** What is typed so far, and what the server says of it: asked when the typing rests. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, api } from '../../../api/index.ts';
import type { AutomationSpec } from '../../../api/client.ts';
import { problemOf } from '../../../ui/index.ts';
import type { FieldFault } from './changes.ts';

/** Long enough that a word is not asked for letter by letter, short enough to feel live. */
const TYPING_MS = 300;

export interface Preview {
  /** Null where it cannot be read for what is wrong with it. */
  readonly sentence: string | null;
  readonly faults: readonly FieldFault[];
  readonly unknown: readonly FieldFault[];
}

/** What is wrong is an answer as well. */
async function ask(automation: AutomationSpec, signal: AbortSignal): Promise<Preview> {
  try {
    const { sentence, unknown } = await answered(api.POST('/api/v1/automations/sentence', { body: { automation }, signal }));
    return { sentence, unknown, faults: [] };
  } catch (error) {
    const { status, fields } = problemOf(error);
    if (status !== 400 || fields.length === 0) throw error;
    return { sentence: null, unknown: [], faults: fields };
  }
}

/** `isSettled` once it is of what is on the screen. */
export function usePreview(draft: AutomationSpec) {
  const [asked] = useDebouncedValue(draft, TYPING_MS);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['automations', 'preview', JSON.stringify(asked)],
    queryFn: ({ signal }) => ask(asked, signal),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return { preview: data, error, isSettled: asked === draft && data !== undefined && !isPlaceholderData };
}
