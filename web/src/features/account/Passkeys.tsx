/** The passkeys one has: added with a name, and removed. */
import { browserInWords } from '@watchdesk/domain/account';
import { Button, Modal, TextInput } from '@mantine/core';
import { IconFingerprint, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { canUsePasskeys, faultsOf, FormFault, passkeyFault, useFaultFocus } from '../../account/index.ts';
import type { Account } from '../../api/index.ts';
import { Instant, Panel } from '../../ui/index.ts';
import classes from './account.module.css';
import { messages } from './messages.ts';
import { PresentPassword } from './PresentPassword.tsx';
import { useAddPasskey, useRemovePasskey } from './use-account.ts';

const words = messages.passkeys;

type Passkey = Account['passkeys'][number];

export function Passkeys({ account: { passkeys } }: { account: Account }) {
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Passkey | null>(null);
  const canAdd = canUsePasskeys();
  return (
    <Panel
      title={words.title}
      sentence={words.sentence}
      actions={
        canAdd && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      {passkeys.length === 0 && <p className={classes['text']}>{canAdd ? words.none : words.notHere}</p>}
      <ul className={classes['list']}>
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <IconFingerprint size={20} stroke={1.6} aria-hidden="true" />
            <div className={classes['words']}>
              <b>{passkey.name}</b>
              {passkey.createdAt && (
                <span className={classes['quiet']}>
                  {words.made} <Instant at={passkey.createdAt} />
                </span>
              )}
            </div>
            <Button size="compact-sm" variant="default" aria-label={words.removeOf(passkey.name)} onClick={() => setEnding(passkey)}>
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      {isAdding && <Add onClose={() => setAdding(false)} />}
      {ending && <Remove passkey={ending} onClose={() => setEnding(null)} />}
    </Panel>
  );
}

function Add({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState(browserInWords(navigator.userAgent) ?? words.usual);
  const [password, setPassword] = useState('');
  const add = useAddPasskey(onClose);
  const faults = faultsOf(add.error, ['name', 'password']);
  const form = useFaultFocus(add.error);
  return (
    <Modal opened onClose={onClose} title={words.add}>
      <form
        ref={form}
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ name, password });
        }}
      >
        <TextInput
          label={words.name}
          description={words.nameHint}
          autoComplete="off"
          maxLength={100}
          value={name}
          error={faults.of('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PresentPassword label={messages.second.password} value={password} error={faults.of('password')} onChange={setPassword} />
        <FormFault>{add.error && (passkeyFault(add.error) ?? faults.rest)}</FormFault>
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {messages.cancel}
          </Button>
          <Button type="submit" loading={add.isPending} disabled={name.trim() === '' || password === ''}>
            {words.add}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Remove({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const remove = useRemovePasskey(onClose);
  return (
    <Modal opened onClose={onClose} title={words.removeTitle(passkey.name)}>
      <div className={classes['form']}>
        <p className={classes['text']}>{words.removeText}</p>
        <FormFault>{faultsOf(remove.error, []).rest}</FormFault>
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {messages.cancel}
          </Button>
          <Button color="red" data-autofocus loading={remove.isPending} onClick={() => remove.mutate(passkey.id)}>
            {words.remove}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
