/** The holidays of a calendar: a list, single dates, and files whose holidays are looked at before they are taken. */
import { ActionIcon, Button, FileButton, Modal } from '@mantine/core';
import { IconFileImport, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { answered, api } from '../../../api/index.ts';
import { ErrorState, formatDate, Panel } from '../../../ui/index.ts';
import dialogs from '../dialogs.module.css';
import editor from '../../../drafts/editor.module.css';
import { Fault } from '../../../drafts/index.ts';
import classes from './calendars.module.css';
import { useCalendarForm } from './form.ts';
import { messages } from './messages.ts';
import { AddDate } from './Week.tsx';

const words = messages.editor;
const file = messages.file;
/** The running year and the next two: further ahead holidays are guesses. */
const YEARS = 2;

const yearsAhead = () => {
  const year = new Date().getFullYear();
  return { fromYear: year, toYear: year + YEARS };
};

const useFile = () =>
  useMutation({
    mutationFn: async (chosen: File) => {
      const text = await chosen.text();
      return answered(api.POST('/api/v1/calendars/holidays', { body: { text, ...yearsAhead() } }));
    },
  });

interface FoundProps {
  reading: ReturnType<typeof useFile>;
  known: readonly string[];
  onTake: (dates: string[]) => void;
}

function Found({ reading: { data, error, reset }, known, onTake }: FoundProps) {
  const fresh = data?.holidays.filter(({ date }) => !known.includes(date)) ?? [];
  const { fromYear, toYear } = yearsAhead();
  const isOpen = data !== undefined || error !== null;
  return (
    <Modal opened={isOpen} onClose={reset} title={error ? file.notRead : file.title}>
      {error && <ErrorState error={error} fieldName={(field) => (field === 'text' ? file.name : field)} compact />}
      {data && (
        <>
          <p className={dialogs['text']}>
            {data.holidays.length > 0 ? file.found(data.holidays.length, fresh.length) : file.nothing} {file.years(fromYear, toYear)}
          </p>
          <ul className={classes['found']}>
            {fresh.map(({ date, name }) => (
              <li key={date}>
                <b>{formatDate(date)}</b> {name}
              </li>
            ))}
          </ul>
          {data.skipped.length > 0 && (
            <>
              <p className={dialogs['text']}>{file.skipped(data.skipped.length)}</p>
              <ul className={classes['found']}>
                {data.skipped.map(({ name, reason }) => (
                  <li key={`${name} ${reason}`}>
                    {name}: {reason}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      <div className={dialogs['buttons']}>
        <Button variant="default" onClick={reset}>
          {error ? file.close : file.cancel}
        </Button>
        {fresh.length > 0 && (
          <Button
            onClick={() => {
              onTake(fresh.map(({ date }) => date));
              reset();
            }}
          >
            {file.accept(fresh.length)}
          </Button>
        )}
      </div>
    </Modal>
  );
}

export function Holidays({ mayWrite }: { mayWrite: boolean }) {
  const { spec, change, faultAt } = useCalendarForm();
  const reading = useFile();
  const set = (holidays: string[]): void => change({ holidays: holidays.toSorted() });
  return (
    <Panel title={words.holidays}>
      <p className={editor['text']}>{words.holidaysText}</p>
      <Fault isWhole>{faultAt('holidays')}</Fault>
      {spec.holidays.length === 0 && <p className={editor['text']}>{words.noDates}</p>}
      <ul className={classes['chips']}>
        {spec.holidays.map((date) => (
          <li key={date}>
            {formatDate(date)}
            {mayWrite && (
              <ActionIcon
                variant="transparent"
                color="gray"
                size={24}
                aria-label={words.remove(formatDate(date))}
                onClick={() => set(spec.holidays.filter((one) => one !== date))}
              >
                <IconX size={14} stroke={1.8} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div className={editor['adding']}>
          <AddDate label={words.holidays} taken={spec.holidays} onAdd={(date) => set([...spec.holidays, date])} />
          <FileButton accept=".ics,text/calendar" onChange={(chosen) => chosen && reading.mutate(chosen)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                size="xs"
                loading={reading.isPending}
                leftSection={<IconFileImport size={14} aria-hidden="true" />}
              >
                {words.file}
              </Button>
            )}
          </FileButton>
        </div>
      )}
      <Found reading={reading} known={spec.holidays} onTake={(dates) => set([...spec.holidays, ...dates])} />
    </Panel>
  );
}
