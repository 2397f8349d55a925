/** The second step: whether there is one, and its dialogs. */
import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Account } from '../../api/index.ts';
import { Panel } from '../../ui/index.ts';
import classes from './account.module.css';
import { BeginSecondFactor } from './BeginSecondFactor.tsx';
import { messages } from './messages.ts';
import { PasswordStep } from './PasswordStep.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { useEndSecondFactor, useRenewRecoveryCodes } from './use-account.ts';

const words = messages.second;

export function SecondFactor({ account }: { account: Account }) {
  const [open, setOpen] = useState<'begin' | 'renew' | 'end' | null>(null);
  const close = () => setOpen(null);
  const isOn = account.hasSecondFactor;
  const Sign = isOn ? IconShieldCheck : IconShieldOff;
  return (
    <Panel title={words.title} sentence={words.sentence}>
      <div className={classes['state']}>
        <span className={classes['sign']} data-on={isOn || undefined} aria-hidden="true">
          <Sign size={20} stroke={1.7} />
        </span>
        <p>
          <b>{isOn ? words.on : words.off}.</b> {isOn ? words.onText : words.offText}{' '}
          {isOn && <CodesLeft count={account.recoveryCodesLeft} />}
        </p>
        <div className={classes['deeds']}>
          {!isOn && <Button onClick={() => setOpen('begin')}>{words.begin}</Button>}
          {isOn && (
            <>
              <Button variant="default" onClick={() => setOpen('renew')}>
                {words.renew}
              </Button>
              <Button variant="default" onClick={() => setOpen('end')}>
                {words.end}
              </Button>
            </>
          )}
        </div>
      </div>
      {open === 'begin' && <BeginSecondFactor email={account.email} onClose={close} />}
      {open === 'renew' && <Renew email={account.email} onClose={close} />}
      {open === 'end' && <End onClose={close} />}
    </Panel>
  );
}

/** From here on whoever loses the authenticator may soon be out. */
const FEW = 3;

const CodesLeft = ({ count }: { count: number }) => (
  <span className={classes['left']} data-few={count <= FEW || undefined}>
    {count <= FEW && <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" />}
    {words.left(count)}
    {count <= FEW && <> {words.few}</>}
  </span>
);

function Renew({ email, onClose }: { email: string; onClose: () => void }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const renew = useRenewRecoveryCodes(setCodes);
  const isOpen = codes === null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={isOpen ? words.renewTitle : messages.recovery.title}
      closeOnClickOutside={isOpen}
      closeOnEscape={isOpen}
      withCloseButton={isOpen}
    >
      {codes ? (
        <RecoveryCodes codes={codes} email={email} onDone={onClose} />
      ) : (
        <PasswordStep
          text={words.renewText}
          go={words.renew}
          isPending={renew.isPending}
          error={renew.error}
          onGive={renew.mutate}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

function End({ onClose }: { onClose: () => void }) {
  const end = useEndSecondFactor(onClose);
  return (
    <Modal opened onClose={onClose} title={words.endTitle}>
      <PasswordStep
        text={words.endText}
        go={words.end}
        isDangerous
        isPending={end.isPending}
        error={end.error}
        onGive={end.mutate}
        onClose={onClose}
      />
    </Modal>
  );
}
