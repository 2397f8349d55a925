/** What an administrator finds in place of numbers while their workspace has no ticket: the ways on. */
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy, IconEye, IconFileImport, IconKey, IconUserPlus, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { personasQuery, useSession, useStepIn } from '../../session/session.ts';
import classes from './first.module.css';
import { messages } from './messages.ts';

const words = messages.first;

export function FirstSteps() {
  const { workspace } = useSession();
  return (
    <div className={classes['page']}>
      <header>
        <h1>{words.title(workspace.name)}</h1>
        <p>{words.text}</p>
      </header>
      <ol className={classes['steps']}>
        <Step icon={IconKey} title={words.keyTitle} text={words.keyText}>
          <Button component={Link} to="/settings/keys">
            {words.key}
          </Button>
          <Button component="a" href="/api/docs" target="_blank" rel="noreferrer" variant="subtle">
            {words.describe}
          </Button>
        </Step>
        <Step icon={IconFileImport} title={words.fileTitle} text={words.fileText}>
          <Command />
        </Step>
        <Step icon={IconUserPlus} title={words.peopleTitle} text={words.peopleText}>
          <Button component={Link} to="/settings" variant="default">
            {words.people}
          </Button>
        </Step>
        <Look />
      </ol>
    </div>
  );
}

interface StepProps {
  icon: Icon;
  title: string;
  text: string;
  children: ReactNode;
}

function Step({ icon: Shape, title, text, children }: StepProps) {
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

function Command() {
  const { copied, copy } = useClipboard({ timeout: 3_000 });
  return (
    <>
      <code className={classes['command']}>{words.command}</code>
      <Button
        size="xs"
        variant="default"
        leftSection={copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
        onClick={() => copy(words.command)}
      >
        {copied ? words.copied : words.copy}
      </Button>
    </>
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
    <Step icon={IconEye} title={words.lookTitle} text={words.lookText}>
      <Button variant="default" loading={stepIn.isPending} onClick={() => stepIn.mutate(persona.id)}>
        {words.look}
      </Button>
    </Step>
  );
}
