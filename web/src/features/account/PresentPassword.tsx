/** The present password, asked for before how one comes in is changed. */
import { PasswordField } from '../../account/index.ts';

interface PresentPasswordProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (password: string) => void;
}

export const PresentPassword = (props: PresentPasswordProps) => (
  <PasswordField name="current-password" autoComplete="current-password" data-autofocus {...props} />
);
