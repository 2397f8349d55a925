/** What is to be done where the workspace wants two factors and this session has shown one: come by one's passkey, or make a second. */
import { Alert, Button } from '@mantine/core';
import { IconFingerprint, IconShieldLock } from '@tabler/icons-react';
import { canUsePasskeys, faultsOf, FormFault, passkeyFault } from '../../account/index.ts';
import classes from './account.module.css';
import { messages } from './messages.ts';
import { useComeByPasskey } from './use-account.ts';

const words = messages.second;

export function SecondNeeded({ workspace, hasPasskey }: { workspace: string; hasPasskey: boolean }) {
  const come = useComeByPasskey();
  return (
    <Alert
      color="gray"
      icon={<IconShieldLock size={18} aria-hidden="true" />}
      title={hasPasskey ? words.byPasskeyTitle : words.neededTitle}
    >
      <div className={classes['form']}>
        <p className={classes['text']}>{hasPasskey ? words.byPasskeyText(workspace) : words.neededText(workspace)}</p>
        {hasPasskey && !canUsePasskeys() && <p className={classes['text']}>{messages.passkeys.notHere}</p>}
        {hasPasskey && canUsePasskeys() && (
          <Button
            className={classes['passkey'] ?? ''}
            leftSection={<IconFingerprint size={16} aria-hidden="true" />}
            loading={come.isPending}
            onClick={() => come.mutate()}
          >
            {words.byPasskey}
          </Button>
        )}
        <FormFault>{come.error && (passkeyFault(come.error) ?? faultsOf(come.error, []).rest)}</FormFault>
      </div>
    </Alert>
  );
}
