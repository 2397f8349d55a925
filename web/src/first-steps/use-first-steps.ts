/** How far the workspace is, asked again while something is missing; and what the page tells of it that the server cannot know. */
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered, api } from '../api/index.ts';
import type { paths } from '../api/schema.d.ts';
import { useSession } from '../session/session.ts';
import { messages } from './messages.ts';

type Path = paths['/api/v1/first-steps'];
export type FirstSteps = Path['get']['responses'][200]['content']['application/json'];
type Note = Path['patch']['requestBody']['content']['application/json'];

/** How soon a step ticks itself. */
const AGAIN_MS = 5_000;
export const FIRST_STEPS = ['first-steps'] as const;

export const STEPS = ['connected', 'tickets', 'promise', 'insight'] as const;
export const isOver = (steps: FirstSteps): boolean => steps.dismissed || STEPS.every((step) => steps[step]);

/** Undefined of a demonstration, which has everything. Who may take no step is interested in the first ticket alone. */
export function useFirstSteps(): FirstSteps | undefined {
  const { workspace, scopes } = useSession();
  const mayTakeThem = scopes.includes('rules:write');
  const hasAll = (steps: FirstSteps) => steps.tickets && (isOver(steps) || !mayTakeThem);
  const { data } = useQuery({
    queryKey: FIRST_STEPS,
    enabled: workspace.kind === 'own',
    queryFn: ({ signal }) => answered(api.GET('/api/v1/first-steps', { signal })),
    refetchInterval: ({ state }) => (state.data && !hasAll(state.data) ? AGAIN_MS : false),
    staleTime: ({ state }) => (state.data && hasAll(state.data) ? Number.POSITIVE_INFINITY : 0),
  });
  return workspace.kind === 'own' ? data : undefined;
}

/** Whether the workspace has no ticket at all. */
export const useIsEmpty = (): boolean => useFirstSteps()?.tickets === false;

export function useNoteStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Note) => answered(api.PATCH('/api/v1/first-steps', { body })),
    onSuccess: (steps) => client.setQueryData(FIRST_STEPS, steps),
  });
}

/** Long enough to have looked. */
const READING_MS = 2_500;

/** On a page whose numbers are the first insight, for whoever takes the steps. */
export function useFirstInsight(): void {
  const { scopes } = useSession();
  const steps = useFirstSteps();
  const { mutate } = useNoteStep();
  const isFirst = scopes.includes('rules:write') && steps !== undefined && steps.tickets && !steps.insight && !steps.dismissed;
  useEffect(() => {
    if (!isFirst) return undefined;
    const timer = setTimeout(
      () =>
        mutate(
          { insight: true },
          { onSuccess: () => notifications.show({ title: messages.insight.title, message: messages.insight.text, color: 'teal' }) },
        ),
      READING_MS,
    );
    return () => clearTimeout(timer);
  }, [isFirst, mutate]);
}
