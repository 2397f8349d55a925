/** The inbox: what somebody was told. */
export { InboxDrawer } from './InboxDrawer.tsx';
export { InboxPage } from './InboxPage.tsx';
