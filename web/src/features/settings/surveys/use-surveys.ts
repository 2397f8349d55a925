/** Surveys: what is set, tried and saved, and what became of those that were sent. */
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, answeredAs, api, done } from '../../../api/index.ts';
import type { paths } from '../../../api/schema.d.ts';

type BodyOf<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : never;
type SaveBody = BodyOf<paths['/api/v1/surveys/settings']['put']>;
export type SettingsBody = SaveBody['settings'];
export type SurveyList = Awaited<ReturnType<typeof answeredAs<'/api/v1/surveys'>>>;
export type SurveyRow = SurveyList['surveys'][number];
export type Outcome = SurveyRow['outcome'];

/** Nothing tells of a letter that went; who looks at it waits for just that. */
const AGAIN_MS = 10_000;

const settingsQuery = queryOptions({
  queryKey: ['settings', 'surveys', 'settings'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/surveys/settings', { signal })),
});
export const useSurveySettings = () => useQuery(settingsQuery);

export function useSaveSurveys() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SaveBody) => answered(api.PUT('/api/v1/surveys/settings', { body })),
    onSuccess: (saved) => client.setQueryData(settingsQuery.queryKey, saved),
  });
}

export const useTestSurvey = () =>
  useMutation({ mutationFn: (body: BodyOf<paths['/api/v1/surveys/test']['post']>) => done(api.POST('/api/v1/surveys/test', { body })) });

export const useSurveys = (outcomes: readonly Outcome[]) =>
  useQuery({
    queryKey: ['settings', 'surveys', 'list', outcomes],
    queryFn: ({ signal }) =>
      answeredAs<'/api/v1/surveys'>(
        api.GET('/api/v1/surveys', { params: { query: outcomes.length > 0 ? { outcome: outcomes.join(',') } : {} }, signal }),
      ),
    refetchInterval: AGAIN_MS,
    placeholderData: keepPreviousData,
  });
