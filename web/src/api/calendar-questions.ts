/** The workspace's calendars, wherever one is chosen or named. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { answeredAs, api } from './answers.ts';

const calendarsQuery = queryOptions({
  queryKey: ['sla', 'calendars'],
  queryFn: ({ signal }) => answeredAs<'/api/v1/calendars'>(api.GET('/api/v1/calendars', { signal })).then(({ calendars }) => calendars),
});

/** Those in force. */
export const useCalendars = () => useQuery(calendarsQuery);
