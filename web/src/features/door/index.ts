/** The door: how people come in. */
export { DoorPage } from './DoorPage.tsx';
export { ForgottenPage } from './ForgottenPage.tsx';
export { InvitationPage } from './InvitationPage.tsx';
export { NewPasswordPage } from './NewPasswordPage.tsx';
export { NoticePage } from './NoticePage.tsx';
export { SetUpPage } from './SetUpPage.tsx';
