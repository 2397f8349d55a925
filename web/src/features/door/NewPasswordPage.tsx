/** Another password by the link of a letter or of an administrator. The link goes from the history once it was used. */
import { Anchor, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { faultsOf, FormFault, NewPasswordField, useFaultFocus } from '../../account/index.ts';
import { problemOf } from '../../ui/index.ts';
import classes from './door.module.css';
import { messages } from './messages.ts';
import { SinglePage } from './SinglePage.tsx';
import { useReset } from './use-door.ts';

const words = messages.reset;

export function NewPasswordPage() {
  const { token } = useParams({ from: '/new-password/$token' });
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const reset = useReset(() => {
    notifications.show({ title: words.done, message: words.doneText, color: 'green' });
    void navigate({ to: '/sign-in', replace: true });
  });
  const faults = faultsOf(reset.error, ['password']);
  const form = useFaultFocus(reset.error);
  const isOver = reset.error !== null && [400, 404].includes(problemOf(reset.error).status) && faults.rest !== null;
  return (
    <SinglePage title={words.title} text={words.text}>
      <form
        ref={form}
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          reset.mutate({ token, password });
        }}
      >
        <NewPasswordField label={words.label} value={password} about={[]} error={faults.of('password')} onChange={setPassword} />
        <FormFault>{faults.rest}</FormFault>
        <Button type="submit" fullWidth loading={reset.isPending}>
          {words.go}
        </Button>
        {isOver && (
          <Anchor component={Link} to="/forgotten-password" size="sm">
            {words.another}
          </Anchor>
        )}
      </form>
    </SinglePage>
  );
}
