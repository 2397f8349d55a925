/** The webhooks of a connection: where to send to, the secret, shown once, and how to set it up over there. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Connection } from '../../../api/client.ts';
import { ErrorState, Instant, Panel, problemOf } from '../../../ui/index.ts';
import classes from '../connections.module.css';
import { messages } from '../messages.ts';
import { useSystems, useWebhookSecret } from '../use-connections.ts';

const words = messages.webhooks;

export function WebhooksPart({ connection }: { connection: Connection }) {
  const { id, isRead, system, health } = connection;
  const { data: systems } = useSystems();
  const body = systems?.find((one) => one.system === system)?.triggerBody ?? null;
  const { lastAt, refusedAt, refusedReason } = health.webhook;
  return (
    <>
      <Panel title={words.title} sentence={words.text}>
        <div className={classes['form']}>
          <p className={classes['text']}>{isRead ? words.hints : words.onlyWay}</p>
          <Copied label={words.address} hint={words.addressHint} value={`${window.location.origin}/api/v1/webhooks/${id}`} />
          <Secret connection={connection} />
          <dl className={classes['figures']}>
            <div>
              <dt>{words.lastAt}</dt>
              <dd>{lastAt ? <Instant at={lastAt} /> : words.never}</dd>
            </div>
            <div data-tone={refusedAt ? 'bad' : undefined}>
              <dt>{words.refused}</dt>
              <dd>
                {refusedAt ? (
                  <>
                    <Instant at={refusedAt} />
                    <span className={classes['quiet']}>{words.reasons[refusedReason ?? ''] ?? refusedReason}</span>
                  </>
                ) : (
                  words.never
                )}
              </dd>
            </div>
          </dl>
        </div>
      </Panel>
      {system === 'webhook' && (
        <Panel title={messages.words.mapping}>
          <p className={classes['text']}>{messages.words.mappingText}</p>
          <div className={classes['foot']}>
            <Link to="/settings/webhook-mapping" search={{ connection: id }}>
              {messages.words.editMapping}
            </Link>
          </div>
        </Panel>
      )}
      {words.steps[system] && (
        <Panel title={words.how}>
          <div className={classes['form']}>
            {body !== null && <p className={classes['text']}>{words.forms}</p>}
            <ol className={classes['steps']}>
              {words.steps[system].map((step, index) => (
                <li key={step}>
                  {body !== null && <b>{index === 0 ? words.byEvents : words.byTrigger}. </b>}
                  {step}
                </li>
              ))}
            </ol>
            {body !== null && <Body body={body} />}
          </div>
        </Panel>
      )}
    </>
  );
}

function Secret({ connection: { id, system, hasWebhookSecret } }: { connection: Connection }) {
  const [made, setMade] = useState<string | null>(null);
  const [given, setGiven] = useState<string | null>(null);
  const change = useWebhookSecret(id, (secret) => {
    // Whoever entered it has it already.
    setMade(given === null ? secret : null);
    setGiven(null);
  });
  const fault = change.error ? problemOf(change.error).fields.find(({ field }) => field === 'secret')?.message : undefined;
  if (made !== null)
    return (
      <div className={classes['group']}>
        <Copied label={words.secret} hint={words.once} value={made} />
        <div>
          <Button size="xs" onClick={() => setMade(null)}>
            {words.have}
          </Button>
        </div>
      </div>
    );
  return (
    <fieldset className={classes['group']}>
      <legend>{words.secret}</legend>
      <p className={classes['quiet']} data-tone={hasWebhookSecret ? undefined : 'warning'}>
        {hasWebhookSecret ? words.isSet : words.notSet}
      </p>
      {given === null ? (
        <div className={classes['deeds']} data-reverse={words.theirs.includes(system) || undefined}>
          <Button
            size="xs"
            variant={hasWebhookSecret || words.theirs.includes(system) ? 'default' : 'filled'}
            loading={change.isPending}
            onClick={() => change.mutate(null)}
          >
            {hasWebhookSecret ? words.makeAnother : words.make}
          </Button>
          <Button
            size="xs"
            variant={!hasWebhookSecret && words.theirs.includes(system) ? 'filled' : 'default'}
            onClick={() => setGiven('')}
          >
            {words.enter}
          </Button>
        </div>
      ) : (
        <form
          className={classes['beside']}
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate(given.trim());
          }}
        >
          <PasswordInput
            className={classes['wide']}
            label={words.given}
            autoComplete="new-password"
            value={given}
            error={fault}
            onChange={(event) => setGiven(event.currentTarget.value)}
          />
          <Button type="submit" size="sm" disabled={given.trim() === ''} loading={change.isPending}>
            {words.keep}
          </Button>
          <Button size="sm" variant="default" onClick={() => setGiven(null)}>
            {messages.form.cancel}
          </Button>
        </form>
      )}
      {change.error && fault === undefined && <ErrorState error={change.error} compact />}
    </fieldset>
  );
}

function CopyButton({ what, value }: { what: string; value: string }) {
  const { copied, copy } = useClipboard({ timeout: 3_000 });
  return (
    <Button
      variant="default"
      aria-label={words.copyOf(what)}
      leftSection={copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
      onClick={() => copy(value)}
    >
      {copied ? words.copied : words.copy}
    </Button>
  );
}

function Copied({ label, hint, value }: { label: string; hint: string; value: string }) {
  return (
    <div className={classes['beside']}>
      <TextInput className={classes['wide']} label={label} description={hint} value={value} readOnly />
      <CopyButton what={label} value={value} />
    </div>
  );
}

function Body({ body }: { body: string }) {
  return (
    <div className={classes['beside']}>
      <div className={classes['wide']}>
        <p className={classes['quiet']}>{words.body}</p>
        <pre className={classes['json']}>{body}</pre>
      </div>
      <CopyButton what={words.body} value={body} />
    </div>
  );
}
