/** Makes a key, then shows its secret, once. */
import { Button, Checkbox, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { use, useState } from 'react';
import { ClockContext, ErrorState, problemOf, ShownOnce } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import classes from '../settings.module.css';
import { useMakeKey, type WantedKey } from './use-keys.ts';

const words = messages.keys;
const SCOPES = Object.keys(words.scopes) as WantedKey['scopes'];

const EXPIRIES = Object.entries(words.expiries).map(([value, label]) => ({ value, label }));
const DAY_MS = 86_400_000;
const addressesIn = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

interface Made {
  name: string;
  secret: string;
}

export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={made ? words.made(made.name) : words.make}
      // A secret that was closed by a stray click is lost.
      closeOnClickOutside={made === null}
      closeOnEscape={made === null}
      withCloseButton={made === null}
    >
      {made ? (
        <ShownOnce value={made.secret} label={words.secret} text={words.once} onClose={onClose} />
      ) : (
        <Form onMade={setMade} onClose={onClose} />
      )}
    </Modal>
  );
}

function Form({ onMade, onClose }: { onMade: (made: Made) => void; onClose: () => void }) {
  const [wanted, setWanted] = useState<WantedKey>({ name: '', source: 'api', scopes: ['events:write', 'tickets:read'], writable: false });
  const [days, setDays] = useState('');
  const [addresses, setAddresses] = useState('');
  const clock = use(ClockContext);
  const make = useMakeKey((name, secret) => onMade({ name, secret }));
  const change = (part: Partial<WantedKey>) => setWanted((before) => ({ ...before, ...part }));
  const faults = make.error ? problemOf(make.error).fields : [];
  const faultOf = (field: string) => faults.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.message;
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        const allowedFrom = addressesIn(addresses);
        const expiresAt = days === '' ? null : new Date(clock.now() + Number(days) * DAY_MS).toISOString();
        make.mutate({ ...wanted, expiresAt, allowedFrom: allowedFrom.length > 0 ? allowedFrom : null });
      }}
    >
      <TextInput
        label={words.name}
        description={words.nameHint}
        data-autofocus
        maxLength={100}
        value={wanted.name}
        error={faultOf('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={words.may}
        value={wanted.scopes}
        error={faultOf('scopes')}
        onChange={(scopes) => change({ scopes: SCOPES.filter((scope) => scopes.includes(scope)) })}
      >
        <div className={classes['form']} style={{ gap: 8, marginTop: 6 }}>
          {SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} label={`${words.scopes[scope]} (${scope})`} />
          ))}
        </div>
      </Checkbox.Group>
      {wanted.scopes.includes('events:write') && (
        <>
          <TextInput
            label={words.source}
            description={words.sourceHint}
            maxLength={64}
            value={wanted.source ?? ''}
            error={faultOf('source')}
            onChange={(event) => change({ source: event.currentTarget.value })}
          />
          <Checkbox
            label={words.writable}
            description={words.writableHint}
            checked={wanted.writable ?? false}
            onChange={(event) => change({ writable: event.currentTarget.checked })}
          />
        </>
      )}
      <Select
        label={words.expiry}
        data={EXPIRIES}
        value={days}
        allowDeselect={false}
        error={faultOf('expiresAt')}
        onChange={(value) => setDays(value ?? '')}
      />
      <Textarea
        label={words.allowed}
        description={words.allowedHint}
        autosize
        minRows={1}
        maxRows={6}
        value={addresses}
        error={faultOf('allowedFrom')}
        onChange={(event) => setAddresses(event.currentTarget.value)}
      />
      {make.error && faults.length === 0 && <ErrorState error={make.error} compact />}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button type="submit" loading={make.isPending} disabled={wanted.name.trim() === '' || wanted.scopes.length === 0}>
          {words.make}
        </Button>
      </div>
    </form>
  );
}
