/** How tickets come in, each way with its door; and a look at the demonstration for whoever wants to see first. */
import { Button } from '@mantine/core';
import { IconApi, IconEye, IconFileImport, IconPlugConnected, IconUserPlus, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { personasQuery, useSession, useStepIn } from '../session/session.ts';
import classes from './first.module.css';
import { messages } from './messages.ts';
import { SendByApi } from './SendByApi.tsx';

export function Ways() {
  const { scopes } = useSession();
  const { connect, file, api, people } = messages;
  const isAdmin = scopes.includes('admin');
  return (
    <ul className={classes['steps']} aria-label={messages.ways}>
      {isAdmin && (
        <>
          <Way icon={IconPlugConnected} title={connect.title} text={connect.text}>
            <Button component={Link} to="/settings/connections/new" search={{ system: 'zendesk' } as never}>
              {connect.zendesk}
            </Button>
            <Button component={Link} to="/settings/connections/new" variant="subtle">
              {connect.other}
            </Button>
          </Way>
          <Way icon={IconFileImport} title={file.title} text={file.text}>
            <Button component={Link} to="/settings/import" variant="default">
              {file.go}
            </Button>
          </Way>
          <Way icon={IconApi} title={api.title} text={api.text}>
            <SendByApi />
          </Way>
        </>
      )}
      <Look />
      {isAdmin ? (
        <Way icon={IconUserPlus} title={people.title} text={people.text}>
          <Button component={Link} to="/settings" variant="default">
            {people.go}
          </Button>
        </Way>
      ) : (
        <li className={classes['aside']}>{messages.notYours}</li>
      )}
    </ul>
  );
}

interface WayProps {
  icon: Icon;
  title: string;
  text: string;
  children: ReactNode;
}

function Way({ icon: Shape, title, text, children }: WayProps) {
  return (
    <li className={classes['step']}>
      <span className={classes['sign']} aria-hidden="true">
        <Shape size={20} stroke={1.7} />
      </span>
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
        <div className={classes['ways']}>{children}</div>
      </div>
    </li>
  );
}

/** As whoever sets things up there too; not offered where the demonstration is off. */
function Look() {
  const { data } = useQuery(personasQuery);
  const navigate = useNavigate();
  const stepIn = useStepIn(() => void navigate({ to: '/' }));
  const persona = data?.personas.find(({ role }) => role === 'manager') ?? data?.personas[0];
  if (!persona) return null;
  return (
    <Way icon={IconEye} title={messages.look.title} text={messages.look.text}>
      <Button variant="default" loading={stepIn.isPending} onClick={() => stepIn.mutate(persona.id)}>
        {messages.look.go}
      </Button>
    </Way>
  );
}
