/** Changes what somebody is in the workspace; makes them a link for another password; takes them out. */
import { Button, Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import type { Member } from '../../../api/client.ts';
import { ErrorState, problemOf, ShownOnce } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import classes from '../settings.module.css';
import { type Standing, StandingFields } from './StandingFields.tsx';
import { useChangeMember, useRemoveMember, useResetLink } from './use-members.ts';

const words = messages.people;

export function MemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { id, name, role, agentId, teams } = member;
  const [standing, setStanding] = useState<Standing>({ role, agentId, teams: [...teams] });
  const [active, setActive] = useState(member.active);
  const [link, setLink] = useState<string | null>(null);
  const [isRemoving, setRemoving] = useState(false);
  const change = useChangeMember(onClose);
  const reset = useResetLink(setLink);
  const remove = useRemoveMember(onClose);
  const faults = change.error ? problemOf(change.error).fields : [];
  const faultOf = (field: string) => faults.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.message;
  const failure = remove.error ?? reset.error ?? (faults.length === 0 ? change.error : null);
  if (link)
    return (
      <Modal
        opened
        onClose={onClose}
        title={words.resetTitle(name)}
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
      >
        <ShownOnce value={link} label={words.link} text={words.resetText} onClose={onClose} />
      </Modal>
    );
  if (isRemoving)
    return (
      <Modal opened onClose={onClose} title={words.removeTitle(name)}>
        <p className={classes['text']}>{words.removeText}</p>
        {failure && <ErrorState error={failure} compact />}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={() => setRemoving(false)}>
            {words.cancel}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(id)}>
            {words.remove}
          </Button>
        </div>
      </Modal>
    );
  return (
    <Modal opened onClose={onClose} title={name}>
      <form
        noValidate
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ id, change: { ...standing, active } });
        }}
      >
        <StandingFields value={standing} onChange={(part) => setStanding((before) => ({ ...before, ...part }))} faultOf={faultOf} />
        <Switch
          label={words.active}
          description={words.activeHint}
          checked={active}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
        <div className={classes['deeds']}>
          <Button size="compact-sm" variant="default" loading={reset.isPending} onClick={() => reset.mutate(id)}>
            {words.reset}
          </Button>
          <Button size="compact-sm" variant="default" color="red" onClick={() => setRemoving(true)}>
            {words.remove}…
          </Button>
        </div>
        {failure && <ErrorState error={failure} compact />}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
