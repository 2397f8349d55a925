/** The name that others see, and the address one signs in with. */
import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { faultsOf, FormFault, useFaultFocus } from '../../account/index.ts';
import type { Account } from '../../api/index.ts';
import { Panel } from '../../ui/index.ts';
import classes from './account.module.css';
import { messages } from './messages.ts';
import { useRename } from './use-account.ts';

const words = messages.profile;

export function Profile({ account }: { account: Account }) {
  const [name, setName] = useState(account.name);
  const rename = useRename(() => notifications.show({ message: messages.saved, color: 'green' }));
  const faults = faultsOf(rename.error, ['name']);
  const form = useFaultFocus(rename.error);
  return (
    <Panel title={words.title}>
      <form
        ref={form}
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== account.name) rename.mutate(name);
        }}
      >
        <div className={classes['pair']}>
          <TextInput
            label={words.name}
            name="name"
            autoComplete="name"
            maxLength={100}
            value={name}
            error={faults.of('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <dl className={classes['fact']}>
            <dt>{words.email}</dt>
            <dd>{account.email}</dd>
          </dl>
        </div>
        <FormFault>{faults.rest}</FormFault>
        <div className={classes['buttons']}>
          <Button type="submit" variant="default" loading={rename.isPending} disabled={name.trim() === '' || name.trim() === account.name}>
            {messages.save}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
