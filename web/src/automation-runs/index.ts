/** What automations did: the log wherever it is shown, and the reason of each run. */
export { RunBody } from './RunBody.tsx';
export { RunLog } from './RunLog.tsx';
export { TicketRuns } from './TicketRuns.tsx';
export { OutcomeWord } from './OutcomeWord.tsx';
