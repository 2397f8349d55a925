/** Changes a connection: its name, its settings, how often it is looked at. Credentials that are set stay unless others are entered. */
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Connection } from '../../../api/client.ts';
import { ErrorState, RowsSkeleton } from '../../../ui/index.ts';
import classes from '../connections.module.css';
import { messages } from '../messages.ts';
import { type System, useChange, useSystems } from '../use-connections.ts';
import { SchemaFields } from './SchemaFields.tsx';
import { faultsOf, useForm } from './use-form.ts';
import { WritesBack } from './WritesBack.tsx';

const words = messages.form;

interface ChangeDialogProps {
  connection: Connection;
  onClose: () => void;
}

export function ChangeDialog({ connection, onClose }: ChangeDialogProps) {
  const { data, error } = useSystems();
  const system = data?.find((one) => one.system === connection.system);
  return (
    <Modal opened onClose={onClose} title={messages.changeTitle(connection.name)} size="lg">
      {error && !data && <ErrorState error={error} compact />}
      {!error && !data && <RowsSkeleton rows={4} />}
      {system && <ChangeForm connection={connection} system={system} onClose={onClose} />}
    </Modal>
  );
}

/** The usual ones, and the one that is in force where it is none of them. */
function choices(usual: Readonly<Record<string, string>>, present: string): { value: string; label: string }[] {
  const listed = Object.entries(usual).map(([value, label]) => ({ value, label }));
  return present in usual ? listed : [...listed, { value: present, label: words.otherSeconds(Number(present)) }];
}

const NEVER = 'never';

function ChangeForm({ connection, system, onClose }: ChangeDialogProps & { system: System }) {
  const { id, isRead, pollSeconds, silenceSeconds } = connection;
  const [name, setName] = useState(connection.name);
  const [poll, setPoll] = useState(String(pollSeconds));
  const [silence, setSilence] = useState(silenceSeconds === null ? NEVER : String(silenceSeconds));
  const [writesBack, setWritesBack] = useState(connection.writesBack);
  const [isReplacing, setReplacing] = useState(false);
  const form = useForm(system, connection.options);
  const change = useChange(id, onClose);
  const faultOf = faultsOf(change.error);
  const isWhole = name.trim() !== '' && form.options.isFilled && (!isReplacing || form.credentials.isFilled);
  const save = () => {
    const options = form.optionsValue();
    change.mutate({
      name: name.trim(),
      pollSeconds: Number(poll),
      silenceSeconds: silence === NEVER ? null : Number(silence),
      ...(system.isWritable && { writesBack }),
      ...(JSON.stringify(options) !== JSON.stringify(connection.options) && { options }),
      ...(isReplacing && { credentials: form.credentialsValue() }),
    });
  };
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        label={words.name}
        maxLength={100}
        value={name}
        error={faultOf('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {form.hasCredentials && (
        <fieldset className={classes['group']}>
          <legend>{words.credentials}</legend>
          {isReplacing ? (
            <SchemaFields
              variants={form.credentials.variants}
              draft={form.credentials.draft}
              path="credentials"
              label={words.way}
              faultOf={faultOf}
              onChange={form.credentials.set}
            />
          ) : (
            <p className={classes['quiet']}>{words.set}</p>
          )}
          <div>
            <Button size="xs" variant="default" onClick={() => setReplacing(!isReplacing)}>
              {isReplacing ? words.keep : words.replace}
            </Button>
          </div>
        </fieldset>
      )}
      {form.hasOptions && (
        <fieldset className={classes['group']}>
          <legend>{words.options}</legend>
          <SchemaFields
            variants={form.options.variants}
            draft={form.options.draft}
            path="options"
            label={words.options}
            faultOf={faultOf}
            onChange={form.options.set}
          />
        </fieldset>
      )}
      <div className={classes['fields']}>
        {isRead && (
          <Select
            label={words.poll}
            data={choices(words.polls, poll)}
            value={poll}
            allowDeselect={false}
            onChange={(value) => setPoll(value ?? poll)}
          />
        )}
        <Select
          label={words.silence}
          data={choices(words.silences, silence)}
          value={silence}
          allowDeselect={false}
          onChange={(value) => setSilence(value ?? silence)}
        />
      </div>
      {system.isWritable && <WritesBack label={system.label} checked={writesBack} wasOn={connection.writesBack} onChange={setWritesBack} />}
      {change.error && <ErrorState error={change.error} compact />}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button type="submit" disabled={!isWhole} loading={change.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
