/** The second step of signing in: the authenticator's code, or a recovery code by whoever has lost it. */
import { Anchor, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CodeField, faultsOf, FormFault, useFaultFocus } from '../../account/index.ts';
import classes from './door.module.css';
import { messages } from './messages.ts';
import { useCode } from './use-door.ts';

const words = messages.signIn;

interface CodeStepProps {
  email: string;
  onIn: () => Promise<unknown>;
  onAgain: () => void;
}

export function CodeStep({ email, onIn, onAgain }: CodeStepProps) {
  const [code, setCode] = useState('');
  const [isRecovery, setRecovery] = useState(false);
  const send = useCode(onIn);
  const faults = faultsOf(send.error, ['code']);
  const form = useFaultFocus(send.error);
  const give = (given: string) => send.mutate({ code: given, isRecovery });
  return (
    <form
      ref={form}
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        give(code.trim());
      }}
    >
      <p className={classes['text']}>
        <b>{words.code}.</b> {words.codeText(email)}
      </p>
      {isRecovery ? (
        <TextInput
          key="recovery"
          label={words.recoveryLabel}
          description={words.recoveryHint}
          name="recovery-code"
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- one has just asked for it
          autoFocus
          maxLength={40}
          value={code}
          error={faults.of('code')}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      ) : (
        <CodeField value={code} error={faults.of('code')} onChange={setCode} onWhole={give} />
      )}
      <FormFault>{faults.rest}</FormFault>
      <Button type="submit" fullWidth loading={send.isPending}>
        {words.go}
      </Button>
      <div className={classes['others']}>
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            setRecovery(!isRecovery);
            setCode('');
            send.reset();
          }}
        >
          {isRecovery ? words.authenticator : words.recovery}
        </Anchor>
        <Anchor component="button" type="button" size="sm" onClick={onAgain}>
          {words.again}
        </Anchor>
      </div>
    </form>
  );
}
