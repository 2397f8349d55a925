/** Adding a connection: the system, then a form that its schemas make, tried before it is kept. */
import { Button, TextInput } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../../session/session.ts';
import { EmptyState, ErrorState, Panel, PlaceHead, problemOf, RowsSkeleton } from '../../../ui/index.ts';
import classes from '../connections.module.css';
import { messages } from '../messages.ts';
import { type System, useConnections, useCreate, useSystems, useTryOut } from '../use-connections.ts';
import { SchemaFields } from './SchemaFields.tsx';
import { KeptSources, SourceField } from './SourceField.tsx';
import { faultsOf, useForm } from './use-form.ts';
import { WritesBack } from './WritesBack.tsx';

const words = messages.form;

export function NewConnectionPage() {
  const { system } = useSearch({ from: '/inside/settings/connections/new' });
  const { data, error, refetch } = useSystems();
  const isDemonstration = useSession().workspace.kind === 'demonstration';
  const chosen = data?.find((one) => one.system === system);
  return (
    <div className={classes['page']}>
      <Link to={system === undefined ? '/settings/connections' : '/settings/connections/new'} className={classes['back']}>
        <IconArrowLeft size={15} aria-hidden="true" />
        {system === undefined ? messages.all : messages.adding.title}
      </Link>
      <PlaceHead
        title={chosen ? messages.adding.systemTitle(chosen.label) : messages.adding.title}
        text={chosen ? (chosen.isRead ? messages.adding.read : messages.adding.heard) : messages.adding.text}
      />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={6} />}
      {data && isDemonstration && (
        <EmptyState icon={IconLock} title={messages.adding.demonstration} compact>
          {messages.adding.demonstrationText}
        </EmptyState>
      )}
      {data && system === undefined && <Systems systems={data} />}
      {data && system !== undefined && !chosen && (
        <EmptyState icon={IconPlugConnectedX} title={messages.adding.unknown}>
          <Link to="/settings/connections/new">{messages.adding.text}</Link>
        </EmptyState>
      )}
      {chosen && !isDemonstration && <SystemForm key={chosen.system} system={chosen} />}
    </div>
  );
}

function Systems({ systems }: { systems: readonly System[] }) {
  const groups = [
    { title: messages.adding.readTitle, text: messages.adding.read, of: systems.filter(({ isRead }) => isRead) },
    { title: messages.adding.heardTitle, text: messages.adding.heard, of: systems.filter(({ isRead }) => !isRead) },
  ];
  return groups.map(({ title, text, of }) => (
    <Panel key={title} title={title} sentence={text}>
      <ul className={classes['systems']}>
        {of.map(({ system, label }) => (
          <li key={system}>
            <Link to="/settings/connections/new" search={{ system }} className={classes['system']}>
              <span className={classes['initial']} aria-hidden="true">
                {label.slice(0, 1)}
              </span>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  ));
}

function SystemForm({ system }: { system: System }) {
  const navigate = useNavigate();
  const [name, setName] = useState(system.label);
  const [source, setSource] = useState('');
  const [writesBack, setWritesBack] = useState(false);
  const form = useForm(system);
  const { data: list } = useConnections();
  const tried = useTryOut();
  const create = useCreate(
    ({ id, isRead }) =>
      void navigate({
        to: '/settings/connections/$connectionId',
        params: { connectionId: id },
        search: isRead ? {} : { part: 'webhooks' },
      }),
  );
  const error = create.error ?? tried.error;
  const faultOf = faultsOf(error);
  const forget = () => {
    tried.reset();
    create.reset();
  };
  const body = () => ({ system: system.system, credentials: form.credentialsValue(), options: form.optionsValue() });
  const isWhole = form.credentials.isFilled && form.options.isFilled && name.trim() !== '';
  // What is about a field stands at it.
  const isElsewhere =
    error !== null && !problemOf(error).fields.some(({ field }) => document.querySelector(`[data-path="${CSS.escape(field)}"]`));
  return (
    <Panel title={system.label}>
      <form
        className={`${classes['form']} ${classes['narrow']}`}
        onSubmit={(event) => {
          event.preventDefault();
          tried.reset();
          create.mutate({ ...body(), name: name.trim(), writesBack, ...(source.trim() !== '' && { source: source.trim() }) });
        }}
      >
        <div className={classes['fields']}>
          <TextInput
            label={words.name}
            description={words.nameHint}
            withAsterisk
            maxLength={100}
            value={name}
            error={faultOf('name')}
            data-path="name"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <SourceField system={system.system} list={list} value={source} error={faultOf('source')} onChange={setSource} />
        </div>
        <KeptSources system={system.system} list={list} value={source} onChange={setSource} />
        {form.hasCredentials && (
          <fieldset className={classes['group']}>
            <legend>{words.credentials}</legend>
            <p className={classes['quiet']}>{words.credentialsHint}</p>
            <SchemaFields
              variants={form.credentials.variants}
              draft={form.credentials.draft}
              path="credentials"
              label={words.way}
              faultOf={faultOf}
              onChange={(draft) => {
                forget();
                form.credentials.set(draft);
              }}
            />
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
              onChange={(draft) => {
                forget();
                form.options.set(draft);
              }}
            />
          </fieldset>
        )}
        {system.isWritable && <WritesBack label={system.label} checked={writesBack} onChange={setWritesBack} />}
        {isElsewhere && <ErrorState error={error} compact />}
        {tried.isSuccess && (
          <p className={classes['works']} role="status">
            <IconCheck size={16} aria-hidden="true" />
            {words.works}
          </p>
        )}
        <div className={classes['buttons']}>
          {system.isRead && (
            <Button
              variant="default"
              disabled={!isWhole}
              loading={tried.isPending}
              onClick={() => {
                create.reset();
                tried.mutate(body());
              }}
            >
              {words.tryIt}
            </Button>
          )}
          <Button type="submit" disabled={!isWhole} loading={create.isPending}>
            {words.connect}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
