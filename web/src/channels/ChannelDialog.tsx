/** Adds a channel, or changes one: what it is reached by and what goes there, beside what that means and what would arrive. */
import { Button, Modal, Radio, Select, Switch, TextInput } from '@mantine/core';
import { TEMPLATE_NAMES } from '@watchdesk/domain/notification';
import { useId, useState } from 'react';
import { useFaultFocus } from '../account/index.ts';
import { QuietFields, type Severity, USUAL_QUIET } from '../notices/index.ts';
import { useSession } from '../session/session.ts';
import { ErrorState, problemOf, ShownOnce } from '../ui/index.ts';
import { channelInWords, changeOf, emptyForm, type Form, formOf, hasTitle, missingOf, newOf } from './channel-form.ts';
import own from './channels.module.css';
import { CredentialFields } from './CredentialFields.tsx';
import { words } from './messages.ts';
import { Preview } from './Preview.tsx';
import { type Channel, type Kind, useChangeChannel, useCreateChannel } from './use-channels.ts';

const said = words.form;
const KINDS = Object.keys(words.kinds) as Kind[];
const FROMS = Object.entries(words.takes).map(([value, label]) => ({ value, label }));

interface ChannelDialogProps {
  channel: Channel | null;
  onClose: () => void;
  /** Of one that was added, once it is there. */
  onMade?: (id: string) => void;
}

export function ChannelDialog({ channel, onClose, onMade = () => {} }: ChannelDialogProps) {
  const [form, setForm] = useState<Form>(() => (channel ? formOf(channel) : emptyForm('slack')));
  const [secret, setSecret] = useState<string | null>(null);
  if (secret !== null)
    return (
      // A secret that was closed by a stray click is lost.
      <Modal
        opened
        onClose={onClose}
        title={said.made(form.name)}
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
      >
        <ShownOnce value={secret} label={said.secret} text={said.secretText} onClose={onClose} />
      </Modal>
    );
  return (
    <Modal opened onClose={onClose} size={980} title={channel ? said.title(channel.name) : said.titleNew}>
      <div className={own['editor']}>
        <Fields channel={channel} form={form} onForm={setForm} onSecret={setSecret} onMade={onMade} onClose={onClose} />
        <Preview form={form} />
      </div>
    </Modal>
  );
}

interface FieldsProps {
  channel: Channel | null;
  form: Form;
  onForm: (form: Form) => void;
  onSecret: (secret: string) => void;
  onMade: (id: string) => void;
  onClose: () => void;
}

function Fields({ channel, form, onForm, onSecret, onMade, onClose }: FieldsProps) {
  const { workspace } = useSession();
  const create = useCreateChannel(({ secret, channel: made }) => {
    onMade(made.id);
    if (secret === null) onClose();
    else onSecret(secret);
  });
  const change = useChangeChannel(channel?.id ?? '', onClose);
  const error = channel ? change.error : create.error;
  const ref = useFaultFocus(error);
  const faults = error ? problemOf(error).fields : [];
  // A change names its fields below `settings`.
  const faultOf = (field: string) => faults.find((one) => one.field === field || one.field === `settings.${field}`)?.message;
  const missing = missingOf(form, channel === null);
  const id = useId();
  const set = (part: Partial<Form>) => onForm({ ...form, ...part });
  return (
    <form
      ref={ref}
      noValidate
      className={own['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (channel) change.mutate(changeOf(form));
        else create.mutate(newOf(form));
      }}
    >
      {channel === null && (
        <Radio.Group
          label={said.kind}
          value={form.kind}
          error={faultOf('kind')}
          onChange={(kind) => onForm({ ...emptyForm(kind), name: form.name })}
        >
          <div className={own['kinds']}>
            {KINDS.map((kind) => (
              <Radio key={kind} value={kind} label={words.kinds[kind]} />
            ))}
          </div>
          <p className={own['hint']}>{said.kindHints[form.kind]}</p>
        </Radio.Group>
      )}
      <TextInput
        label={said.name}
        description={said.nameHint}
        maxLength={100}
        data-autofocus={channel !== null || undefined}
        value={form.name}
        error={faultOf('name')}
        onChange={({ currentTarget: { value } }) => set({ name: value })}
      />
      <CredentialFields
        form={form}
        leadsTo={channel?.leadsTo ?? null}
        faultOf={faultOf}
        onChange={(part) => set({ credentials: { ...form.credentials, ...part } })}
      />
      <Select
        label={said.from}
        data={FROMS}
        value={form.from}
        allowDeselect={false}
        error={faultOf('from')}
        onChange={(from) => from && set({ from: from as Severity })}
      />
      <Switch
        label={said.personal}
        description={said.personalHint}
        checked={form.isPersonal}
        onChange={({ currentTarget: { checked } }) => set({ isPersonal: checked })}
      />
      {hasTitle(form.kind) && (
        <TextInput
          label={said.template}
          description={`${said.templateHint} ${Object.keys(TEMPLATE_NAMES).join(', ')}.`}
          placeholder={said.templatePlaceholder}
          maxLength={200}
          spellCheck={false}
          value={form.template}
          error={faultOf('template')}
          onChange={({ currentTarget: { value } }) => set({ template: value })}
        />
      )}
      <Switch
        label={said.quiet}
        description={said.quietHint}
        checked={form.quiet !== null}
        onChange={({ currentTarget: { checked } }) => set({ quiet: checked ? USUAL_QUIET : null })}
      />
      {form.quiet && (
        <QuietFields
          quiet={form.quiet}
          timeZone={form.timeZone}
          workspaceZone={workspace.timeZone}
          faultOf={faultOf}
          onQuiet={(quiet) => set({ quiet })}
          onZone={(timeZone) => set({ timeZone })}
        />
      )}
      <p className={own['means']} role="status">
        <b>{said.means}</b> {channelInWords(form, workspace.timeZone)}
      </p>
      {error && faults.length === 0 && <ErrorState error={error} compact />}
      <div className={own['foot']}>
        {missing.length > 0 && (
          <p id={id} className={own['missing']}>
            {said.missing(missing)}
          </p>
        )}
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button
          type="submit"
          loading={create.isPending || change.isPending}
          disabled={missing.length > 0}
          aria-describedby={missing.length > 0 ? id : undefined}
        >
          {channel ? said.save : said.create}
        </Button>
      </div>
    </form>
  );
}
