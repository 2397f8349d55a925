/** Signing in with an account: e-mail and password or a passkey, and the second step where the account asks for one. */
import { Button, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { canUsePasskeys, faultsOf, FormFault, passkeyFault, PasswordField, useFaultFocus } from '../../account/index.ts';
import { CodeStep } from './CodeStep.tsx';
import classes from './door.module.css';
import { messages } from './messages.ts';
import { usePasskey, useSignIn } from './use-door.ts';

const words = messages.signIn;

interface SignInProps {
  /** Called once one is in; what it throws is told in the form. */
  onIn: () => Promise<unknown>;
  /** Whose account it must be. */
  email?: string;
}

export function SignIn({ onIn, email: given }: SignInProps) {
  const [credentials, setCredentials] = useState({ email: given ?? '', password: '' });
  const [needsCode, setNeedsCode] = useState(false);
  if (needsCode) return <CodeStep email={credentials.email} onIn={onIn} onAgain={() => setNeedsCode(false)} />;
  return (
    <div className={classes['form']}>
      <PasswordForm
        credentials={credentials}
        isFixed={given !== undefined}
        onChange={setCredentials}
        onIn={onIn}
        onCode={() => {
          setCredentials({ ...credentials, password: '' });
          setNeedsCode(true);
        }}
      />
      {canUsePasskeys() && <ByPasskey onIn={onIn} />}
    </div>
  );
}

interface PasswordFormProps {
  credentials: { email: string; password: string };
  isFixed: boolean;
  onChange: (credentials: { email: string; password: string }) => void;
  onIn: () => Promise<unknown>;
  onCode: () => void;
}

/** Not on a phone, where the keyboard would cover what else is here. */
const hasKeyboard = () => matchMedia('(pointer: fine)').matches;

function PasswordForm({ credentials, isFixed, onChange, onIn, onCode }: PasswordFormProps) {
  const { email, password } = credentials;
  const signIn = useSignIn(onIn);
  const faults = faultsOf(signIn.error, ['email', 'password']);
  const form = useFaultFocus(signIn.error);
  return (
    <form
      ref={form}
      className={classes['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ email: email.trim(), password }, { onSuccess: (needsCode) => needsCode && onCode() });
      }}
    >
      <TextInput
        label={messages.email}
        type="email"
        name="email"
        autoComplete="username"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it is what one comes here for
        autoFocus={!isFixed && hasKeyboard()}
        readOnly={isFixed}
        value={email}
        error={faults.of('email')}
        onChange={(event) => onChange({ email: event.currentTarget.value, password })}
      />
      <div className={classes['password']}>
        <PasswordField
          label={words.password}
          name="password"
          autoComplete="current-password"
          value={password}
          error={faults.of('password')}
          onChange={(given) => onChange({ email, password: given })}
        />
        <Link to="/forgotten-password" className={classes['forgotten']}>
          {words.forgotten}
        </Link>
      </div>
      <FormFault>{faults.rest}</FormFault>
      <Button type="submit" fullWidth loading={signIn.isPending}>
        {words.title}
      </Button>
    </form>
  );
}

function ByPasskey({ onIn }: { onIn: () => Promise<unknown> }) {
  const passkey = usePasskey(onIn);
  return (
    <>
      <div className={classes['or']} aria-hidden="true">
        {words.or}
      </div>
      <Button
        variant="default"
        fullWidth
        loading={passkey.isPending}
        leftSection={<IconFingerprint size={18} stroke={1.7} aria-hidden="true" />}
        onClick={() => passkey.mutate()}
      >
        {words.passkey}
      </Button>
      <FormFault>{passkey.error && (passkeyFault(passkey.error) ?? faultsOf(passkey.error, []).rest)}</FormFault>
    </>
  );
}
