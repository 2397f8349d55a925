/** Who belongs to the workspace and who is invited. */
import { Button, Switch } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { Invitation, Member } from '../../../api/client.ts';
import { useDirectory } from '../../../directory/use-directory.ts';
import { useSession } from '../../../session/session.ts';
import { CardTable, EmptyState, ErrorState, Instant, Panel, PlaceHead, RowsSkeleton } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import classes from '../settings.module.css';
import { InviteDialog } from './InviteDialog.tsx';
import { MemberDialog } from './MemberDialog.tsx';
import { useMembers, useRevokeInvitation, useWantSecondFactor } from './use-members.ts';

const words = messages.people;
const { names } = messages.roles;

export function MembersPage() {
  const { data, error, refetch } = useMembers();
  const { workspace } = useSession();
  const [isInviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<Member | null>(null);
  const isDemonstration = workspace.kind === 'demonstration';
  return (
    <div className={classes['page']}>
      <PlaceHead title={words.title} text={words.text}>
        {!isDemonstration && (
          <Button size="xs" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={() => setInviting(true)}>
            {words.invite}
          </Button>
        )}
      </PlaceHead>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={4} />}
      {data?.members.length === 0 && (
        <EmptyState icon={IconUsers} title={isDemonstration ? words.demonstration : words.none}>
          {isDemonstration ? words.demonstrationText : words.noneText}
        </EmptyState>
      )}
      {data && data.members.length > 0 && <SecondFactor members={data.members} isWanted={data.wantsSecondFactor} />}
      {data && data.members.length > 0 && <Members members={data.members} onChange={setChanging} />}
      {data && data.invitations.length > 0 && <Invitations invitations={data.invitations} />}
      {isInviting && data && <InviteDialog sendsMail={data.sendsMail} onClose={() => setInviting(false)} />}
      {changing && <MemberDialog member={changing} onClose={() => setChanging(null)} />}
    </div>
  );
}

function SecondFactor({ members, isWanted }: { members: readonly Member[]; isWanted: boolean }) {
  const want = useWantSecondFactor();
  const isAdmin = useSession().scopes.includes('admin');
  if (!isAdmin) return null;
  const without = members.filter(({ active, hasSecondFactor }) => active && !hasSecondFactor).length;
  return (
    <>
      <Switch
        label={words.wanted}
        description={words.wantedText(without)}
        checked={want.isPending ? want.variables : isWanted}
        disabled={want.isPending}
        onChange={(event) => want.mutate(event.currentTarget.checked)}
      />
      {want.error && <ErrorState error={want.error} compact />}
    </>
  );
}

function Members({ members, onChange }: { members: readonly Member[]; onChange: (member: Member) => void }) {
  const { columns } = words;
  const agents = useDirectory('agents');
  const teams = useDirectory('teams');
  const nameIn = (options: typeof agents.data, id: string) => options?.find(({ value }) => value === id)?.label ?? id;
  return (
    <Panel title={words.list} flush>
      <CardTable columns={columns}>
        {members.map((member) => (
          <tr key={member.id} data-over={!member.active || undefined}>
            <td data-label={columns.name}>
              <bdi>{member.name}</bdi>
              <div className={classes['quiet']}>{member.email}</div>
            </td>
            <td data-label={columns.role}>
              {names[member.role]}
              {!member.active && <div className={classes['quiet']}>{words.inactive}</div>}
            </td>
            <td data-label={columns.agent}>
              {member.agentId ? (
                <bdi>{nameIn(agents.data, member.agentId)}</bdi>
              ) : (
                <span className={classes['quiet']}>{words.noAgent}</span>
              )}
              {member.teams.length > 0 && (
                <div className={classes['quiet']}>{member.teams.map((team) => nameIn(teams.data, team)).join(', ')}</div>
              )}
            </td>
            <td data-label={columns.second}>{member.hasSecondFactor ? words.hasSecond : words.noSecond}</td>
            <td data-label={columns.seen}>{member.lastSeenAt ? <Instant at={member.lastSeenAt} /> : words.never}</td>
            <td data-label={columns.deed}>
              <Button size="compact-xs" variant="default" aria-label={words.changeOf(member.name)} onClick={() => onChange(member)}>
                {words.change}
              </Button>
            </td>
          </tr>
        ))}
      </CardTable>
    </Panel>
  );
}

function Invitations({ invitations }: { invitations: readonly Invitation[] }) {
  const columns = words.invitationColumns;
  const revoke = useRevokeInvitation();
  return (
    <Panel title={words.invitations} flush>
      {revoke.error && <ErrorState error={revoke.error} compact />}
      <CardTable columns={columns}>
        {invitations.map(({ id, email, role, invitedBy, expiresAt }) => (
          <tr key={id}>
            <td data-label={columns.email}>
              <bdi>{email}</bdi>
            </td>
            <td data-label={columns.role}>{names[role]}</td>
            <td data-label={columns.by}>
              <bdi>{invitedBy}</bdi>
            </td>
            <td data-label={columns.ends}>
              <Instant at={expiresAt} />
            </td>
            <td data-label={columns.deed}>
              <Button size="compact-xs" variant="default" aria-label={words.revokeOf(email)} onClick={() => revoke.mutate(id)}>
                {words.revoke}
              </Button>
            </td>
          </tr>
        ))}
      </CardTable>
    </Panel>
  );
}
