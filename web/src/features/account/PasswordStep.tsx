/** The first step of a change to how one comes in: the present password. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { faultsOf, FormFault, useFaultFocus } from '../../account/index.ts';
import classes from './account.module.css';
import { messages } from './messages.ts';
import { PresentPassword } from './PresentPassword.tsx';

interface PasswordStepProps {
  text: string;
  go: string;
  isDangerous?: boolean;
  isPending: boolean;
  error: unknown;
  onGive: (password: string) => void;
  onClose: () => void;
}

export function PasswordStep({ text, go, isDangerous = false, isPending, error, onGive, onClose }: PasswordStepProps) {
  const [password, setPassword] = useState('');
  const faults = faultsOf(error, ['password']);
  const form = useFaultFocus(error);
  return (
    <form
      ref={form}
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        onGive(password);
      }}
    >
      <p className={classes['text']}>{text}</p>
      <PresentPassword label={messages.second.password} value={password} error={faults.of('password')} onChange={setPassword} />
      <FormFault>{faults.rest}</FormFault>
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {messages.cancel}
        </Button>
        <Button type="submit" {...(isDangerous && { color: 'red' })} loading={isPending} disabled={password === ''}>
          {go}
        </Button>
      </div>
    </form>
  );
}
