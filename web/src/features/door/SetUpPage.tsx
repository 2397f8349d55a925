/** The first start: the first administrator and their company, and from there into the empty workspace. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { faultsOf, FormFault, NewPasswordField, useFaultFocus } from '../../account/index.ts';
import { ownZone, ZoneField } from '../../period/ZoneField.tsx';
import { useComeIn, waysInQuery } from '../../session/session.ts';
import { ErrorState, RowsSkeleton } from '../../ui/index.ts';
import classes from './door.module.css';
import { messages } from './messages.ts';
import { Pitch } from './Pitch.tsx';
import { SinglePage } from './SinglePage.tsx';
import { useSetUp } from './use-door.ts';
import { useTitle } from './use-title.ts';

const words = messages.setUp;
const FIELDS = ['name', 'email', 'password', 'company', 'timeZone', 'code'];

export function SetUpPage() {
  const { data, error, refetch } = useQuery({ ...waysInQuery, refetchOnWindowFocus: false });
  if (data && !data.setUp.isNeeded)
    return (
      <SinglePage title={words.done} text={words.doneText}>
        <Button component={Link} to="/sign-in">
          {words.signIn}
        </Button>
      </SinglePage>
    );
  return (
    <main className={classes['door']} data-top>
      <Pitch heading={<h1 className={classes['large']}>{words.title}</h1>} line={words.text} facts={words.steps} isNumbered />
      <div className={classes['ways']}>
        <section className={classes['card']}>
          {data && <Form needsCode={data.setUp.needsCode} />}
          {!data && (error ? <ErrorState error={error} retry={() => void refetch()} compact /> : <RowsSkeleton rows={6} height={64} />)}
        </section>
      </div>
    </main>
  );
}

function Form({ needsCode }: { needsCode: boolean }) {
  useTitle(words.title);
  const [first, setFirst] = useState({ name: '', email: '', password: '', company: '', timeZone: ownZone(), code: '' });
  const change = (part: Partial<typeof first>) => setFirst((before) => ({ ...before, ...part }));
  const navigate = useNavigate();
  const comeIn = useComeIn();
  const setUp = useSetUp(async () => {
    await comeIn();
    await navigate({ to: '/', replace: true });
  });
  const faults = faultsOf(setUp.error, FIELDS);
  const form = useFaultFocus(setUp.error);
  const text = (field: 'name' | 'email' | 'company' | 'code', autoComplete: string) => ({
    name: field,
    autoComplete,
    maxLength: 100,
    value: first[field],
    error: faults.of(field),
    onChange: (event: { currentTarget: { value: string } }) => change({ [field]: event.currentTarget.value }),
  });
  return (
    <form
      ref={form}
      className={classes['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { code, ...rest } = first;
        setUp.mutate({ ...rest, email: first.email.trim(), ...(needsCode && { code: code.trim() }) });
      }}
    >
      <fieldset className={classes['group']}>
        <legend>{words.you}</legend>
        <TextInput label={messages.name} {...text('name', 'name')} />
        <TextInput label={messages.email} type="email" {...text('email', 'username')} maxLength={254} />
        <NewPasswordField
          value={first.password}
          about={[first.name, first.email, first.company]}
          error={faults.of('password')}
          onChange={(password) => change({ password })}
        />
      </fieldset>
      <fieldset className={classes['group']}>
        <legend>{words.company}</legend>
        <TextInput label={words.companyName} {...text('company', 'organization')} />
        <ZoneField
          label={words.zone}
          hint={words.zoneHint}
          value={first.timeZone}
          error={faults.of('timeZone')}
          onChange={(timeZone: string) => change({ timeZone })}
        />
        {needsCode && <TextInput label={words.code} description={words.codeHint} spellCheck={false} {...text('code', 'off')} />}
      </fieldset>
      <FormFault>{faults.rest}</FormFault>
      <Button type="submit" fullWidth loading={setUp.isPending}>
        {words.go}
      </Button>
    </form>
  );
}
