/** Settings: what administrators see to. */
export { AuditPage } from './audit/AuditPage.tsx';
export { ChannelsPage } from './channels/ChannelsPage.tsx';
export { DeliveriesPage, OwnDeliveriesPage } from './deliveries/DeliveriesPage.tsx';
export { IncidentPolicyPage } from './incidents/IncidentPolicyPage.tsx';
export { KeysPage } from './keys/KeysPage.tsx';
export { MembersPage } from './people/MembersPage.tsx';
export { RolesPage } from './roles/RolesPage.tsx';
export { PrivacyPage } from './privacy/PrivacyPage.tsx';
export { MailPage } from './mail/MailPage.tsx';
export { SingleSignOnPage } from './single-sign-on/SingleSignOnPage.tsx';
export { StatusPage } from './status-page/StatusPage.tsx';
export { SurveysPage } from './surveys/SurveysPage.tsx';
export { SettingsPlace } from './SettingsPlace.tsx';
