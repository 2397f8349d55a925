/** Settings: what administrators see to. */
export { AuditPage } from './audit/AuditPage.tsx';
export { KeysPage } from './keys/KeysPage.tsx';
export { SettingsPlace } from './SettingsPlace.tsx';
