/** One's own account, and what one is told. */
export { AccountPage } from './AccountPage.tsx';
export { AccountPlace } from './AccountPlace.tsx';
export { NotificationsPage } from './notifications/NotificationsPage.tsx';
