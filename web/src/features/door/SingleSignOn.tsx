/** The sign-ins of companies: a way out to each of their providers, and what whoever came back from one was refused for. */
import { Button, TextInput } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { faultsOf, FormFault } from '../../account/index.ts';
import { refusedQuery } from '../../session/session.ts';
import classes from './door.module.css';
import { messages } from './messages.ts';
import { useFindCompany } from './use-door.ts';

const words = messages.signIn;

interface Offer {
  workspace: string;
  name: string;
  label: string;
}

interface SingleSignOnProps {
  offers: readonly Offer[];
  /** Where in the application it leads. */
  next: string | undefined;
}

export function SingleSignOn({ offers, next }: SingleSignOnProps) {
  return (
    <>
      {offers.map((offer) => (
        <WayOut key={offer.workspace} {...offer} next={next} />
      ))}
      <Or />
    </>
  );
}

export function WayOut({ workspace, name, label, next }: Offer & Pick<SingleSignOnProps, 'next'>) {
  return (
    <Button
      // A plain way out: the browser leaves for the provider, where no request of a page may follow.
      component="a"
      href={addressOf(workspace, next)}
      variant="default"
      fullWidth
      title={name}
      leftSection={<IconBuilding size={18} stroke={1.7} aria-hidden="true" />}
    >
      {words.singleSignOn(label)}
    </Button>
  );
}

const addressOf = (workspace: string, next: string | undefined): string =>
  `/api/v1/sign-in/single-sign-on/${encodeURIComponent(workspace)}${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`;

/** Which companies come in here is nobody's business: whoever is of one says so by their address, and is led there. */
export function FindCompany({ next }: Pick<SingleSignOnProps, 'next'>) {
  const [email, setEmail] = useState('');
  const find = useFindCompany();
  const found = find.data;
  const faults = faultsOf(find.error, ['email']);
  const isNone = found?.length === 0 && words.noCompany(email.slice(email.lastIndexOf('@') + 1));
  if (found && found.length > 0) return <SingleSignOn offers={found} next={next} />;
  return (
    <>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          find.mutate(email);
        }}
      >
        <TextInput
          label={words.company}
          type="email"
          name="company-email"
          autoComplete="email"
          required
          value={email}
          error={faults.of('email') ?? (isNone || undefined)}
          onChange={(event) => {
            find.reset();
            setEmail(event.currentTarget.value);
          }}
        />
        <FormFault>{faults.rest}</FormFault>
        <Button
          type="submit"
          variant="default"
          fullWidth
          loading={find.isPending}
          leftSection={<IconBuilding size={18} stroke={1.7} aria-hidden="true" />}
        >
          {words.findCompany}
        </Button>
      </form>
      <Or />
    </>
  );
}

const Or = () => (
  <div className={classes['or']} aria-hidden="true">
    {words.or}
  </div>
);

/** Why a single sign-on that led here did not let somebody in, in the server's words. */
export function Refused({ code }: { code: string | undefined }) {
  const { data } = useQuery({ ...refusedQuery(code ?? ''), enabled: code !== undefined });
  return <FormFault>{data?.refused ?? null}</FormFault>;
}
