/** Takes a file: dropped anywhere on the page, or chosen. Says how much of it is sent. */
import { Button, FileButton, Progress } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { ErrorState } from '../../ui/index.ts';
import { bytes } from './bytes.ts';
import classes from './import.module.css';
import { messages } from './messages.ts';
import { type Sending, useSending } from '../../sending/use-sending.ts';

/** `onThere` is told the import of a file that has arrived whole. */
export function DropArea({ onThere }: { onThere: (id: string) => void }) {
  const { sending, error, send, stop } = useSending(onThere);
  const isOver = useDrop(sending ? null : send);
  return (
    <>
      <div className={classes['drop']} data-over={isOver || undefined}>
        <IconUpload size={28} stroke={1.5} aria-hidden="true" />
        {sending ? (
          <SendingState of={sending} onStop={stop} />
        ) : (
          <>
            <p className={classes['dropTitle']}>{isOver ? messages.dropHere : messages.drop}</p>
            <p className={classes['quiet']}>{messages.dropText}</p>
            <FileButton accept=".csv,.tsv,.txt,.gz,text/csv" onChange={(file) => file && send(file)}>
              {(props) => (
                <Button {...props} size="sm">
                  {messages.choose}
                </Button>
              )}
            </FileButton>
          </>
        )}
      </div>
      {error !== null && <ErrorState error={error} compact />}
    </>
  );
}

function SendingState({ of: { name, sent, all }, onStop }: { of: Sending; onStop: () => void }) {
  const share = all === 0 ? 100 : (sent / all) * 100;
  return (
    <>
      <p className={classes['dropTitle']}>{messages.sending(name)}</p>
      <Progress className={classes['bar']} value={share} aria-label={messages.sending(name)} />
      <p className={classes['quiet']} role="status">
        {messages.sendingText(bytes(sent), bytes(all))}
      </p>
      <Button size="xs" variant="default" onClick={onStop}>
        {messages.stopSending}
      </Button>
    </>
  );
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Whether a file is held over the page. Without somebody to take it, it is still not opened by the browser, which would leave the page. */
function useDrop(take: ((file: File) => void) | null): boolean {
  const [isOver, setOver] = useState(false);
  const taking = useRef(take);
  useEffect(() => void (taking.current = take));
  useEffect(() => {
    const leaving = new AbortController();
    const listen = (name: 'dragover' | 'dragleave' | 'drop', heard: (event: DragEvent) => void) =>
      document.addEventListener(name, heard, { signal: leaving.signal });
    listen('dragover', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(taking.current !== null);
    });
    // Told also of every part that is passed over; beyond the window there is none.
    listen('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false));
    listen('drop', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file) taking.current?.(file);
    });
    return () => leaving.abort();
  }, []);
  return isOver;
}
