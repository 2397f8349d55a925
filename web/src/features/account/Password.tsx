/** Another password, by the present one. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { faultsOf, FormFault, NewPasswordField, useFaultFocus } from '../../account/index.ts';
import type { Account } from '../../api/index.ts';
import { Panel } from '../../ui/index.ts';
import classes from './account.module.css';
import { messages } from './messages.ts';
import { PresentPassword } from './PresentPassword.tsx';
import { useChangePassword } from './use-account.ts';

const words = messages.password;
const EMPTY = { current: '', next: '' };

export function Password({ account }: { account: Account }) {
  const [passwords, setPasswords] = useState(EMPTY);
  const change = useChangePassword(() => {
    setPasswords(EMPTY);
    notifications.show({ title: words.changed, message: words.changedText, color: 'green' });
  });
  const faults = faultsOf(change.error, ['current', 'next']);
  const form = useFaultFocus(change.error);
  return (
    <Panel title={words.title} sentence={words.sentence}>
      <form
        ref={form}
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(passwords);
        }}
      >
        <input type="hidden" name="username" autoComplete="username" value={account.email} />
        <div className={classes['pair']}>
          <PresentPassword
            label={words.current}
            value={passwords.current}
            error={faults.of('current')}
            onChange={(current) => setPasswords({ ...passwords, current })}
          />
          <NewPasswordField
            label={words.next}
            value={passwords.next}
            about={[account.name, account.email]}
            error={faults.of('next')}
            onChange={(next) => setPasswords({ ...passwords, next })}
          />
        </div>
        <FormFault>{faults.rest}</FormFault>
        <div className={classes['buttons']}>
          <Button type="submit" variant="default" loading={change.isPending} disabled={passwords.current === '' || passwords.next === ''}>
            {words.change}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
