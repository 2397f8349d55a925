/**
 * A person wherever one is named: initials in a calm circle, the name beside it, presence as a dot whose word is on
 * hover. Bots and automations wear an icon, so that a machine never looks like a person.
 */
import { Tooltip, VisuallyHidden } from '@mantine/core';
import { IconBolt, IconRobot, IconSettings, IconUser } from '@tabler/icons-react';
import type { ActorKind, Presence } from '@watchdesk/domain/event';
import { initials } from './format.ts';
import { messages } from './messages.ts';
import { hasName, Name, type Named } from './Name.tsx';
import classes from './Person.module.css';

interface PersonProps {
  /** Nobody when null. */
  person: Named | null | undefined;
  kind?: ActorKind;
  presence?: Presence | null;
  /** What stands where there is nobody; `Unassigned`, or `Unknown customer` of a customer, when left out. */
  nobody?: string;
  size?: number;
}

const MACHINES = { bot: IconRobot, automation: IconBolt, system: IconSettings } as const;

function Face({ person, kind = 'agent', size = 22 }: PersonProps) {
  if (kind === 'bot' || kind === 'automation' || kind === 'system') {
    const Shape = MACHINES[kind];
    return <Shape size={Math.round(size * 0.62)} stroke={1.7} />;
  }
  if (!hasName(person)) return <IconUser size={Math.round(size * 0.62)} stroke={1.7} />;
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
  const { person, presence, kind = 'agent', nobody = kind === 'customer' ? messages.unknownCustomer : messages.nobody } = props;
  // Somebody did it, but the source did not say who.
  const unnamed = kind === 'agent' ? messages.unknownPerson : kind === 'customer' ? messages.unknownCustomer : messages.actor[kind];
  const body = (
    <span className={classes['person']} data-nobody={person ? undefined : true}>
      <PersonFace {...props} />
      <span className={classes['name']}>
        <Name of={person} nobody={person ? unnamed : nobody} />
      </span>
      {presence && <VisuallyHidden>, {messages.presence[presence]}</VisuallyHidden>}
    </span>
  );
  return presence ? <Tooltip label={messages.presence[presence]}>{body}</Tooltip> : body;
}
