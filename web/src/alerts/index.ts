/** Of an alert, wherever it is shown, how it stands and what can be done about it; and those of a ticket, beside its story. The place of alerts is in features/alerts. */
export { IN_FORCE, isOver, mayAcknowledge, maySnooze, STATUS_WORDS } from './alert-status.ts';
export { AlertState } from './AlertState.tsx';
export { Deeds, useMayAct } from './Deeds.tsx';
export { TicketAlerts } from './TicketAlerts.tsx';
export { useAlertsInForce } from './use-alerts-in-force.ts';
export { alertKey, type Deed, useDeed, useDeeds } from './use-deed.ts';
export { type AlertList, askAlerts, useLiveAlerts } from './use-live-alerts.ts';
