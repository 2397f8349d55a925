/** All that is asked for a ticket's page, kept up to date by the live stream. */
import { useQuery } from '@tanstack/react-query';
import { ticketQuery, useTimeline } from '../../api/ticket-questions.ts';
import { useTopics } from '../../live/live.tsx';

export function useTicket(id: string) {
  useTopics(`ticket:${id}`);
  return { view: useQuery(ticketQuery(id)), timeline: useTimeline(id) };
}
