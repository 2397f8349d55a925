/** Sets a second step up: the password, the authenticator and its first code, and at the end the recovery codes. */
import { Button, Modal } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { CodeField, faultsOf, FormFault, useFaultFocus } from '../../account/index.ts';
import classes from './account.module.css';
import { messages } from './messages.ts';
import { PasswordStep } from './PasswordStep.tsx';
import { QrCode } from './QrCode.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { useBeginSecondFactor, useConfirmSecondFactor } from './use-account.ts';

const words = messages.second;

export function BeginSecondFactor({ email, onClose }: { email: string; onClose: () => void }) {
  const begin = useBeginSecondFactor();
  const [isOn, setOn] = useState(false);
  const begun = begin.data;
  return (
    <Modal
      opened
      onClose={onClose}
      title={isOn ? messages.recovery.title : begun ? words.scan : words.begin}
      closeOnClickOutside={!begun}
      // What has begun counts only from the first code on, so leaving it loses nothing; the codes at the end would be lost.
      closeOnEscape={!isOn}
      withCloseButton={!isOn}
    >
      {!begun && (
        <PasswordStep
          text={words.passwordText}
          go={words.goOn}
          isPending={begin.isPending}
          error={begin.error}
          onGive={begin.mutate}
          onClose={onClose}
        />
      )}
      {begun && !isOn && <Scan address={begun.address} onOn={() => setOn(true)} onClose={onClose} />}
      {begun && isOn && <RecoveryCodes codes={begun.recoveryCodes} email={email} onDone={onClose} />}
    </Modal>
  );
}

const secretOf = (address: string): string => new URL(address).searchParams.get('secret') ?? '';
const inFours = (secret: string): string => secret.replaceAll(/.{4}(?=.)/g, '$& ');

function Scan({ address, onOn, onClose }: { address: string; onOn: () => void; onClose: () => void }) {
  const [code, setCode] = useState('');
  const confirm = useConfirmSecondFactor(onOn);
  const faults = faultsOf(confirm.error, ['code']);
  const form = useFaultFocus(confirm.error);
  const { copied, copy } = useClipboard({ timeout: 3_000 });
  const secret = secretOf(address);
  return (
    <form
      ref={form}
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate(code);
      }}
    >
      <p className={classes['text']}>{words.scanText}</p>
      <QrCode text={address} label={words.picture} />
      <div className={classes['byHand']}>
        <span className={classes['text']}>{words.byHand}</span>
        <code>{inFours(secret)}</code>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
          onClick={() => copy(secret)}
        >
          {copied ? words.copied : words.copy}
        </Button>
      </div>
      <CodeField value={code} error={faults.of('code')} onChange={setCode} onWhole={(whole) => confirm.mutate(whole)} />
      <FormFault>{faults.rest}</FormFault>
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {messages.cancel}
        </Button>
        <Button type="submit" loading={confirm.isPending} disabled={code === ''}>
          {words.confirm}
        </Button>
      </div>
    </form>
  );
}
