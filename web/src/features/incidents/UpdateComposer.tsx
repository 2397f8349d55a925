/** Telling customers, or the inside, from a template that is filled from the incident; or a note for the timeline. */
import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Incident } from '../../api/client.ts';
import { useIncidentDeed, useMaySpeak } from '../../incidents/index.ts';
import { ErrorState, Panel } from '../../ui/index.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';
import { useDrafts } from './use-incident.ts';
import { WherePublic } from './WherePublic.tsx';

const said = words.update;
const KINDS = ['customers', 'internal', 'note'] as const;
type Kind = (typeof KINDS)[number];
const LONGEST = 500;

export function UpdateComposer({ incident }: { incident: Incident }) {
  const { id, stage } = incident;
  const isProposed = stage === 'proposed';
  const maySpeak = useMaySpeak(incident.roles);
  const [chosenKind, setKind] = useState<Kind>('customers');
  const kinds = KINDS.filter((one) => one === 'note' || (!isProposed && (one !== 'customers' || maySpeak)));
  const kind = kinds.includes(chosenKind) ? chosenKind : kinds[0]!;
  const [template, setTemplate] = useState<string | null>(null);
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const { data, refetch } = useDrafts(id, stage);
  const clear = (): void => {
    setTemplate(null);
    setSubject('');
    setText('');
  };
  const deed = useIncidentDeed(id, clear);
  const drafts = (data?.drafts ?? []).filter(({ audience }) => audience === kind);
  const begin = async (chosen: string | null): Promise<void> => {
    setTemplate(chosen);
    // What the incident says may have changed since they were asked for.
    const fresh = (await refetch()).data?.drafts.find((one) => one.id === chosen);
    setSubject(fresh?.subject ?? '');
    setText(fresh?.text ?? '');
  };
  const submit = (): void =>
    kind === 'note'
      ? deed.mutate({ do: 'note', text })
      : deed.mutate({
          do: 'update',
          audience: kind,
          text,
          ...(subject.trim() !== '' && { subject }),
          ...(template !== null && { template }),
        });
  const isEmpty = text.trim() === '';
  return (
    <Panel title={said.title} sentence={kind === 'customers' ? said.restarts : kind === 'internal' ? said.doesNot : undefined}>
      <form
        className={classes['composer']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) submit();
        }}
      >
        <div className={classes['composerHead']}>
          <SegmentedControl
            size="xs"
            aria-label={said.audience}
            value={kind}
            onChange={(next: Kind) => {
              setKind(next);
              clear();
            }}
            data={kinds.map((value) => ({ value, label: said[value] }))}
          />
          {drafts.length > 0 && (
            <Select
              size="xs"
              aria-label={said.template}
              placeholder={said.template}
              clearable
              value={template}
              onChange={(chosen) => void begin(chosen)}
              data={drafts.map(({ id: value, label }) => ({ value, label }))}
            />
          )}
        </div>
        {kind !== 'note' && (
          <TextInput
            aria-label={said.subject}
            placeholder={said.subject}
            maxLength={LONGEST}
            value={subject}
            onChange={({ currentTarget }) => setSubject(currentTarget.value)}
          />
        )}
        <Textarea
          aria-label={said.text}
          placeholder={kind === 'note' ? said.noteText : said.text}
          autosize
          minRows={kind === 'note' ? 2 : 4}
          maxRows={16}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        {kind !== 'note' && !isEmpty && (
          <figure className={classes['preview']}>
            <figcaption>{said.preview}</figcaption>
            {subject.trim() !== '' && <b>{subject}</b>}
            <p>{text}</p>
          </figure>
        )}
        {kind === 'customers' && <WherePublic of={incident.statusPage} />}
        {deed.error && <ErrorState error={deed.error} compact />}
        {!maySpeak && !isProposed && <p className={classes['aside']}>{said.notYours}</p>}
        <Button type="submit" size="xs" className={classes['post'] ?? ''} disabled={isEmpty} loading={deed.isPending}>
          {kind === 'note' ? said.add : said.post}
        </Button>
      </form>
    </Panel>
  );
}
