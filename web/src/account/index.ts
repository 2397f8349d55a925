/** What the door and one's own account share. */
export { CodeField } from './CodeField.tsx';
export { faultsOf, useFaultFocus } from './faults.ts';
export { FormFault } from './FormFault.tsx';
export { NewPasswordField } from './NewPasswordField.tsx';
export { PasswordField } from './PasswordField.tsx';
export { comeByPasskey, canUsePasskeys, makePasskey, passkeyFault } from './passkeys.ts';
