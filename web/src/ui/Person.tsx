/**
 * A person wherever one is named: initials in a calm circle, the name beside it, presence as a dot whose word is on
 * hover. Bots and automations wear an icon, so that a machine never looks like a person.
 */
import { Tooltip, VisuallyHidden } from '@mantine/core';
import { IconBolt, IconRobot, IconSettings, IconUser } from '@tabler/icons-react';
import type { ActorKind, Presence } from '@watchdesk/domain/event';
import { initials } from './format.ts';
import { messages } from './messages.ts';
import classes from './Person.module.css';

interface Named {
  id?: string | null;
  name: string | null;
}

interface PersonProps {
  /** Nobody when null. */
  person: Named | null | undefined;
  kind?: ActorKind;
  presence?: Presence | null;
  /** What stands where there is nobody. */
  nobody?: string;
  size?: number;
}

const MACHINES = { bot: IconRobot, automation: IconBolt, system: IconSettings } as const;

function Face({ person, kind = 'agent', size = 22 }: PersonProps) {
  if (kind === 'bot' || kind === 'automation' || kind === 'system') {
    const Shape = MACHINES[kind];
    return <Shape size={Math.round(size * 0.62)} stroke={1.7} />;
  }
  if (!person?.name) return <IconUser size={Math.round(size * 0.62)} stroke={1.7} />;
  return initials(person.name);
}

/** The circle alone; it says nothing to a screen reader, since the name stands beside it or is said elsewhere. */
export function PersonFace(props: PersonProps) {
  const { kind = 'agent', size = 22, presence } = props;
  return (
    <span
      className={classes['face']}
      data-kind={kind}
      data-nobody={props.person ? undefined : true}
      style={{ width: size, height: size, fontSize: size * 0.42 }}
      aria-hidden="true"
    >
      <Face {...props} />
      {presence && <span className={classes['dot']} data-presence={presence} />}
    </span>
  );
}

export function Person(props: PersonProps) {
  const { person, presence, kind = 'agent', nobody = messages.nobody } = props;
  const known = person?.name ?? (kind === 'agent' || kind === 'customer' ? messages.unknownPerson : messages.actor[kind]);
  const name = person ? known : nobody;
  const body = (
    <span className={classes['person']} data-nobody={person ? undefined : true}>
      <PersonFace {...props} />
      <span className={classes['name']}>{name}</span>
      {presence && <VisuallyHidden>, {messages.presence[presence]}</VisuallyHidden>}
    </span>
  );
  return presence ? <Tooltip label={messages.presence[presence]}>{body}</Tooltip> : body;
}
