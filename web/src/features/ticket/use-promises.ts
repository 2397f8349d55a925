/** The ticket's clocks, asked again when the ticket changes (the stream does that) and when one of them reaches its next moment. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { clocksQuery } from '../../api/ticket-questions.ts';
import { useTicking } from '../../ui/index.ts';
import { nextMoment } from './promise-state.ts';

/** At the instant of a breach the promise is still kept, and clocks differ by a little. */
const AFTER_MS = 1_500;

export function usePromises(id: string) {
  const query = useQuery(clocksQuery(id));
  const { data, refetch } = query;
  const moment = data ? nextMoment(data.clocks, Date.parse(data.asOf)) : Infinity;
  const passed = useTicking((now) => (now >= moment + AFTER_MS ? moment : null));
  useEffect(() => {
    if (passed !== null) void refetch();
  }, [passed, refetch]);
  return query;
}
