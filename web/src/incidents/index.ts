/** Incidents where they stand beside a ticket, and of one, wherever it is shown, how bad it is and when it is to be told of next. */
export { messages as incidentMessages } from './messages.ts';
export { SeverityBadge } from './SeverityBadge.tsx';
export { StageWord } from './StageWord.tsx';
export { TicketIncidents } from './TicketIncidents.tsx';
export { UpdateDue } from './UpdateDue.tsx';
export {
  type IncidentDeed,
  incidentKey,
  isTicked,
  type IncidentList,
  ONGOING,
  useIncidentDeed,
  useIncidentList,
  useMayAct,
  useMaySpeak,
} from './use-incidents.ts';
