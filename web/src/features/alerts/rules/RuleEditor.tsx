/** A rule being made, read or changed: a sentence put together, with what it means and what it would have done beside it. */
import { useDebouncedValue } from '@mantine/hooks';
import { ruleSentence, type RuleSpec } from '@watchdesk/domain/alerting';
import { useMemo, type ReactNode } from 'react';
import { useCalendars } from '../../../api/calendar-questions.ts';
import { useRecipients } from '../../../audience/index.ts';
import { EditorFrame, useDraft, Versions } from '../../../drafts/index.ts';
import type { Catalogue } from '../../../numbers/index.ts';
import { Panel, problemOf } from '../../../ui/index.ts';
import { DryRunPanel } from './DryRunPanel.tsx';
import { type Fault, faultAt, firingPart, FormContext, ownFaults, type Form } from './form.ts';
import { useMayChange } from './may-change.ts';
import { words } from './messages.ts';
import { changesBetween, type Names, nameOfRule, tellsInWords } from './rule-words.ts';
import { AdvisePart, AsPart, MorePart, OnlyPart } from './RestParts.tsx';
import classes from './rules.module.css';
import { TellPart } from './TellPart.tsx';
import { ThenPart } from './ThenPart.tsx';
import { Twin } from './Twin.tsx';
import { useDryRun, useRuleVersions, useSaveRule } from './use-rules.ts';
import { useNamesOf } from './use-rule-names.ts';
import { WhenPart } from './WhenPart.tsx';
import { WherePart } from './WherePart.tsx';

const TYPING_MS = 500;

/** What is wrong with the draft, by the shared shape at once and by the server once it has tried it; and what it would have done. */
function useTried(draft: RuleSpec, name: string, id: string | null) {
  const own = useMemo(() => ownFaults({ ...draft, name }), [draft, name]);
  const part = useMemo(() => JSON.stringify(firingPart(draft)), [draft]);
  const [settled] = useDebouncedValue(part, TYPING_MS);
  const asked = useMemo(() => JSON.parse(settled) as RuleSpec, [settled]);
  const isSound = ownFaults(asked).length === 0;
  const { data, error, isFetching, isPlaceholderData } = useDryRun(isSound ? asked : null, id);
  const theirs = useMemo((): Fault[] => {
    const { status, code, fields } = error ? problemOf(error) : { status: 200, code: '', fields: [] };
    return status === 400 || code === 'invalid'
      ? fields.map(({ field, message }) => ({ field: field.replace(/^rule\./, ''), message }))
      : [];
  }, [error]);
  const isCurrent = settled === part;
  return {
    faults: own.length > 0 ? own : isCurrent ? theirs : [],
    isSettled: isCurrent,
    run: {
      data,
      error: own.length > 0 || theirs.length > 0 ? null : error,
      isOld: !isCurrent || isFetching || isPlaceholderData,
      isSound: own.length === 0 && theirs.length === 0,
    },
  };
}

function History({ id, names, onRestore }: { id: string; names: Names; onRestore: ((spec: RuleSpec) => void) | null }) {
  return (
    <Versions
      query={useRuleVersions(id)}
      changesOf={(before, after) => changesBetween(before.spec, after.spec, names)}
      onRestore={onRestore && (({ spec }) => onRestore(spec))}
    />
  );
}

interface RuleEditorProps {
  /** Null for one that is being made. */
  id: string | null;
  version: number;
  spec: RuleSpec;
  catalogue: Catalogue;
  /** Above the sentence, of one that is being made. */
  begin?: ReactNode;
  onSaved: (id: string, version: number) => void;
}

export function RuleEditor({ id, version, spec, catalogue, begin, onSaved }: RuleEditorProps) {
  const own = useDraft(version, spec);
  const { draft, base, change: setDraft } = own;
  const { mayWrite: mayChange, teams } = useMayChange(base.saved);
  const mayWrite = id === null || mayChange;
  const { data: inForce } = useCalendars();
  const calendars = useMemo(() => (inForce ?? []).map((one) => ({ value: one.id, label: one.name })), [inForce]);
  const { nameOf: recipient } = useRecipients();
  const value = useNamesOf([draft]);
  const save = useSaveRule((saved) => onSaved(saved.id, saved.version));
  const calendar = (one: string): string => calendars.find((known) => known.value === one)?.label ?? one;
  const names: Names = { value: (field, one) => (field === 'calendar' ? calendar(one) : value(field, one)), recipient, calendar };
  const name = nameOfRule(draft, names);
  const { faults, isSettled, run } = useTried(draft, name, id);
  const form = useMemo<Form>(
    () => ({
      draft,
      change: (part) => setDraft((now) => ({ ...now, ...part })),
      faultAt: (path) => faultAt(faults, path),
      catalogue,
      calendars,
      teams,
    }),
    [draft, setDraft, faults, catalogue, calendars, teams],
  );
  return (
    <FormContext value={form}>
      <EditorFrame
        label={name}
        isNew={id === null}
        mayWrite={mayWrite}
        own={own}
        changes={changesBetween(base.saved, draft, names)}
        faults={faults.length}
        isSettled={isSettled}
        create={words.save.create}
        onDiscard={() => setDraft(base.saved)}
        saving={{
          words: {
            title: words.save.title,
            text: `${ruleSentence(draft, names.value)} ${tellsInWords(draft, names)} ${words.save.text}`,
            confirm: words.save.confirm,
          },
          running: words.save.running,
          isPending: save.isPending,
          error: save.error,
          reset: save.reset,
          run: () => save.mutate({ id, spec: { ...draft, name }, baseVersion: base.version }),
        }}
        beside={
          <>
            <Panel title={words.means}>
              <p className={classes['means']} role="status">
                {ruleSentence(draft, names.value)} <span>{tellsInWords(draft, names)}</span>
              </p>
            </Panel>
            <DryRunPanel draft={draft} run={run} />
            {id !== null && <History id={id} names={names} onRestore={mayWrite ? setDraft : null} />}
          </>
        }
      >
        {begin}
        {id === null && <Twin spec={draft} />}
        <fieldset className={classes['sentence']} disabled={!mayWrite}>
          <WhenPart />
          <WherePart />
          <TellPart />
          <AsPart />
          <ThenPart />
          <AdvisePart />
          <OnlyPart />
          <MorePart placeholder={name} />
        </fieldset>
      </EditorFrame>
    </FormContext>
  );
}
