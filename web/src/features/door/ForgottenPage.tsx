/** For a forgotten password: a link by mail, or who can make one where none is sent. The answer does not tell whether there is an account. */
import { Anchor, Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { faultsOf, FormFault, useFaultFocus } from '../../account/index.ts';
import { waysInQuery } from '../../session/session.ts';
import { ErrorState, TextSkeleton } from '../../ui/index.ts';
import classes from './door.module.css';
import { messages } from './messages.ts';
import { SinglePage } from './SinglePage.tsx';
import { useForgotten } from './use-door.ts';

const words = messages.forgotten;

export function ForgottenPage() {
  const { data, error, refetch } = useQuery(waysInQuery);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const back = (
    <Anchor component={Link} to="/sign-in" size="sm">
      {words.back}
    </Anchor>
  );
  if (sentTo !== null)
    return (
      <SinglePage title={words.sent} text={words.sentText(sentTo)}>
        {back}
      </SinglePage>
    );
  return (
    <SinglePage title={words.title} text={data && (data.sendsMail ? words.text : words.noMail)}>
      {!data && (error ? <ErrorState error={error} retry={() => void refetch()} compact /> : <TextSkeleton lines={2} />)}
      {data?.sendsMail && <Form onSent={setSentTo} />}
      {back}
    </SinglePage>
  );
}

function Form({ onSent }: { onSent: (email: string) => void }) {
  const [email, setEmail] = useState('');
  const send = useForgotten();
  const faults = faultsOf(send.error, ['email']);
  const form = useFaultFocus(send.error);
  return (
    <form
      ref={form}
      className={classes['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(email.trim(), { onSuccess: () => onSent(email.trim()) });
      }}
    >
      <TextInput
        label={messages.email}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        error={faults.of('email')}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <FormFault>{faults.rest}</FormFault>
      <Button type="submit" fullWidth loading={send.isPending}>
        {words.go}
      </Button>
    </form>
  );
}
