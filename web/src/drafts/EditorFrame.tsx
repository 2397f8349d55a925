/**
 * The frame of a draft, whatever it is of: what was saved meanwhile, the save bar, the fields with what they mean beside
 * them, and the dialog that shows what will change. Saving what is to be mended leads to the first field that is wrong.
 */
import { useRef, useState, type ReactNode } from 'react';
import type { Change } from './changes.ts';
import classes from './editor.module.css';
import { Overtaken } from './Overtaken.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SaveDialog, type Saving } from './SaveDialog.tsx';
import type { Draft } from './use-draft.ts';
import { useUnsaved } from './use-unsaved.ts';

interface EditorFrameProps {
  label: string;
  isNew: boolean;
  mayWrite: boolean;
  own: Pick<Draft<unknown>, 'newer' | 'take' | 'keep'> & { base: { version: number } };
  /** What the draft changes of what is saved; of what is new, of what it began with. */
  changes: readonly Change[];
  faults: number;
  /** The faults are those of what is typed now. */
  isSettled: boolean;
  create: string;
  saving: Saving;
  onDiscard: () => void;
  beside: ReactNode;
  below?: ReactNode;
  children: ReactNode;
}

const WRONG = '[aria-invalid="true"], [data-fault]';

/** Of what is folded away, what unfolds it. */
function focusFirstFault(form: HTMLElement | null): void {
  const wrong = [...(form?.querySelectorAll<HTMLElement>(WRONG) ?? [])].find((one) => one.checkVisibility());
  (wrong?.closest('button') ?? wrong)?.focus();
}

export function EditorFrame(props: EditorFrameProps) {
  const { label, isNew, mayWrite, own, changes, faults, isSettled, create, saving, onDiscard, beside, below, children } = props;
  const form = useRef<HTMLDivElement>(null);
  const [isAsked, setAsked] = useState(false);
  // Once a version is there that holds all of it, nothing is asked any more.
  const isSaving = isAsked && (isNew || changes.length > 0);
  if (isAsked && !isSaving) setAsked(false);
  useUnsaved(changes.length > 0);
  const close = (): void => {
    setAsked(false);
    saving.reset();
  };
  const keep = (): void => {
    own.keep();
    saving.reset();
  };
  return (
    <>
      {!isSaving && <Overtaken {...own} />}
      {mayWrite && (
        <SaveBar
          isNew={isNew}
          create={create}
          changes={changes.length}
          faults={faults}
          mustWait={!isSettled || own.newer !== null}
          onDiscard={onDiscard}
          onSave={() => (faults > 0 ? focusFirstFault(form.current) : setAsked(true))}
        />
      )}
      <div className={classes['editor']}>
        <div ref={form} className={classes['form']} role="group" aria-label={label}>
          {children}
        </div>
        <aside className={classes['beside']}>{beside}</aside>
      </div>
      {below}
      {isSaving && (
        <SaveDialog
          {...saving}
          isNew={isNew}
          own={{ ...own, keep }}
          base={own.base.version}
          changes={isNew ? [] : changes}
          onClose={close}
        />
      )}
    </>
  );
}
