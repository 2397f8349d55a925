/** The provider, who may come in by it, and what their groups make of them. */
import { Button, PasswordInput, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Role } from '../../../session/session.ts';
import { ErrorState, Panel, problemOf } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import { CopyField } from './CopyField.tsx';
import { GroupMap } from './GroupMap.tsx';
import { words } from './messages.ts';
import { ProviderTest } from './ProviderTest.tsx';
import classes from './single-sign-on.module.css';
import { type Answer, useSaveSingleSignOn, type Wanted } from './use-single-sign-on.ts';

const DEFAULT_ROLES = [
  { value: '', label: words.nobody },
  ...Object.entries(messages.roles.names).map(([value, label]) => ({ value, label })),
];
const EMPTY: Wanted = {
  label: '',
  issuer: '',
  clientId: '',
  domains: [],
  groupsClaim: 'groups',
  groups: [],
  defaultRole: 'agent',
  makesPeople: true,
  passwords: true,
};

function draftOf(settings: Answer['settings']): Wanted {
  if (!settings) return EMPTY;
  const { savedBy: _by, savedAt: _at, ...rest } = settings;
  return rest;
}

export function SettingsForm({ answer: { settings, redirectAddress }, onRemove }: { answer: Answer; onRemove: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(settings));
  const [clientSecret, setSecret] = useState('');
  const save = useSaveSingleSignOn(() => setSecret(''));
  const change = (part: Partial<Wanted>) => {
    save.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const faults = save.error ? problemOf(save.error).fields : [];
  const faultOf = (field: string) => faults.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.message;
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ wanted: draft, clientSecret });
      }}
    >
      <Panel title={words.provider}>
        <div className={classes['fields']}>
          <CopyField label={words.redirect} hint={words.redirectHint} value={redirectAddress} />
          <TextInput
            label={words.issuer}
            description={words.issuerHint}
            value={draft.issuer}
            maxLength={500}
            error={faultOf('issuer')}
            onChange={(event) => change({ issuer: event.currentTarget.value })}
          />
          <ProviderTest issuer={draft.issuer} />
          <TextInput
            label={words.clientId}
            value={draft.clientId}
            maxLength={300}
            error={faultOf('clientId')}
            onChange={(event) => change({ clientId: event.currentTarget.value })}
          />
          <PasswordInput
            label={words.clientSecret}
            {...(settings && { description: words.kept, placeholder: words.keptPlaceholder })}
            autoComplete="off"
            value={clientSecret}
            maxLength={1000}
            error={faultOf('clientSecret')}
            onChange={(event) => {
              save.reset();
              setSecret(event.currentTarget.value);
            }}
          />
          <TextInput
            label={words.label}
            description={words.labelHint}
            value={draft.label}
            maxLength={60}
            error={faultOf('label')}
            onChange={(event) => change({ label: event.currentTarget.value })}
          />
        </div>
      </Panel>
      <Panel title={words.who}>
        <div className={classes['fields']}>
          <TagsInput
            label={words.domains}
            description={words.domainsHint}
            value={[...draft.domains]}
            splitChars={[',', ' ']}
            acceptValueOnBlur
            error={faultOf('domains')}
            onChange={(domains) => change({ domains })}
          />
          <Switch
            label={words.makesPeople}
            description={words.makesPeopleHint}
            checked={draft.makesPeople}
            onChange={(event) => change({ makesPeople: event.currentTarget.checked })}
          />
          <Switch
            label={words.passwords}
            description={words.passwordsHint}
            checked={draft.passwords}
            onChange={(event) => change({ passwords: event.currentTarget.checked })}
          />
        </div>
      </Panel>
      <Panel title={words.groups}>
        <div className={classes['fields']}>
          <p className={classes['quiet']}>{words.groupsHint}</p>
          <GroupMap groups={draft.groups as never} faultOf={faultOf} onChange={(groups) => change({ groups })} />
          <div className={classes['pair']}>
            <Select
              label={words.defaultRole}
              data={DEFAULT_ROLES}
              value={draft.defaultRole ?? ''}
              allowDeselect={false}
              error={faultOf('defaultRole')}
              onChange={(role) => change({ defaultRole: role ? (role as Role) : null })}
            />
            <TextInput
              label={words.groupsClaim}
              value={draft.groupsClaim}
              maxLength={200}
              error={faultOf('groupsClaim')}
              onChange={(event) => change({ groupsClaim: event.currentTarget.value })}
            />
          </div>
        </div>
      </Panel>
      {save.error && faults.length === 0 && <ErrorState error={save.error} compact />}
      <div className={classes['foot']}>
        <span role="status">{save.isSuccess && words.saved}</span>
        {settings && (
          <Button variant="default" onClick={onRemove}>
            {words.end}
          </Button>
        )}
        <Button type="submit" loading={save.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
