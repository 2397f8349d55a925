/** What is typed so far, and what the server says of it: asked when the typing rests. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, api } from '../../../api/index.ts';
import type { PolicySpec } from '../../../api/client.ts';

/** Long enough that a number is not asked for digit by digit, short enough to feel live. */
const TYPING_MS = 300;

/** Faults and examples of the draft. `isSettled` once they are those of what is on the screen. */
export function usePreview(id: string | null, draft: PolicySpec) {
  const [asked] = useDebouncedValue(draft, TYPING_MS);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['sla', 'preview', id, JSON.stringify(asked)],
    queryFn: ({ signal }) => answered(api.POST('/api/v1/sla/policies/preview', { body: { id, spec: asked }, signal })),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return { preview: data, error, isSettled: asked === draft && data !== undefined && !isPlaceholderData };
}
