/** Invites somebody: who, and as what; then the link, where no letter takes it. */
import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorState, problemOf, ShownOnce } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import classes from '../settings.module.css';
import { type Standing, StandingFields } from './StandingFields.tsx';
import { useInvite } from './use-members.ts';

const words = messages.people;

export function InviteDialog({ sendsMail, onClose }: { sendsMail: boolean; onClose: () => void }) {
  const [email, setEmail] = useState('');
  const [standing, setStanding] = useState<Standing>({ role: 'agent', agentId: null, teams: [] });
  const [link, setLink] = useState<string | null>(null);
  const invite = useInvite(setLink);
  const faults = invite.error ? problemOf(invite.error).fields : [];
  const faultOf = (field: string) => faults.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.message;
  return (
    <Modal
      opened
      onClose={onClose}
      title={link ? words.invitedTitle(email) : words.invite}
      // A link that was closed by a stray click is lost.
      closeOnClickOutside={link === null}
      closeOnEscape={link === null}
      withCloseButton={link === null}
    >
      {link ? (
        <ShownOnce value={link} label={words.link} text={sendsMail ? words.sent : words.passOn} onClose={onClose} />
      ) : (
        <form
          noValidate
          className={classes['form']}
          onSubmit={(event) => {
            event.preventDefault();
            invite.mutate({ email: email.trim(), ...standing });
          }}
        >
          <TextInput
            label={words.email}
            type="email"
            autoComplete="off"
            data-autofocus
            maxLength={254}
            value={email}
            error={faultOf('email')}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <StandingFields value={standing} onChange={(part) => setStanding((before) => ({ ...before, ...part }))} faultOf={faultOf} />
          {invite.error && faults.length === 0 && <ErrorState error={invite.error} compact />}
          <div className={classes['buttons']}>
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={invite.isPending} disabled={email.trim() === ''}>
              {words.invite}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
