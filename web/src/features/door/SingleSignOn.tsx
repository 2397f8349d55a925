/** The sign-ins of companies: a way out to each of their providers, and what whoever came back from one was refused for. */
import { Button } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FormFault } from '../../account/index.ts';
import { refusedQuery } from '../../session/session.ts';
import classes from './door.module.css';
import { messages } from './messages.ts';

const words = messages.signIn;

interface SingleSignOnProps {
  offers: readonly { workspace: string; name: string; label: string }[];
  /** Where in the application it leads. */
  next: string | undefined;
}

export function SingleSignOn({ offers, next }: SingleSignOnProps) {
  return (
    <>
      {offers.map(({ workspace, name, label }) => (
        <Button
          key={workspace}
          // A plain way out: the browser leaves for the provider, where no request of a page may follow.
          component="a"
          href={`/api/v1/sign-in/single-sign-on/${encodeURIComponent(workspace)}${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`}
          variant="default"
          fullWidth
          title={name}
          leftSection={<IconBuilding size={18} stroke={1.7} aria-hidden="true" />}
        >
          {words.singleSignOn(label)}
        </Button>
      ))}
      <div className={classes['or']} aria-hidden="true">
        {words.or}
      </div>
    </>
  );
}

/** Why a single sign-on that led here did not let somebody in, in the server's words. */
export function Refused({ code }: { code: string | undefined }) {
  const { data } = useQuery({ ...refusedQuery(code ?? ''), enabled: code !== undefined });
  return <FormFault>{data?.refused ?? null}</FormFault>;
}
