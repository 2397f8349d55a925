/** Promises about time: how they are kept, what runs out next, what they are, when they count, and what customers read. */
export { AuditPage } from './audit/AuditPage.tsx';
export { CalendarPage, NewCalendarPage } from './calendars/CalendarPage.tsx';
export { CalendarsPage } from './calendars/CalendarsPage.tsx';
export { ClocksPage } from './clocks/ClocksPage.tsx';
export { CompliancePage } from './compliance/CompliancePage.tsx';
export { DocumentPage } from './document/DocumentPage.tsx';
export { NewPolicyPage, PolicyPage } from './policies/PolicyPage.tsx';
export { PoliciesPage } from './policies/PoliciesPage.tsx';
export { SetupPage } from './setup/SetupPage.tsx';
export { SlaPlace } from './SlaPlace.tsx';
