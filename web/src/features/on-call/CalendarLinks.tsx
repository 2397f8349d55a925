/** The links to calendars, to be copied, and renewed where one got about. */
import { Button, Modal } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { ErrorState, TextSkeleton } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './on-call.module.css';
import { useFeedLinks, useRenewLinks } from './use-on-call.ts';

const words = messages.links;

function CopyLink({ name, url }: { name: string; url: string }) {
  const { copied, copy } = useClipboard({ timeout: 3_000 });
  return (
    <li>
      <div>
        <b>{name}</b>
        <code>{url}</code>
      </div>
      <Button
        size="xs"
        variant="default"
        aria-label={words.copy(name)}
        leftSection={copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
        onClick={() => copy(url)}
      >
        {copied ? words.copied : words.copyShort}
      </Button>
    </li>
  );
}

export function CalendarLinks({ onClose }: { onClose: () => void }) {
  const { data, error } = useFeedLinks();
  const renew = useRenewLinks();
  const failed = renew.error ?? error;
  return (
    <Modal opened onClose={onClose} title={words.title} size="lg">
      <p className={classes['text']}>{words.text}</p>
      {failed && <ErrorState error={failed} compact />}
      {!data && !error && <TextSkeleton />}
      {data && (
        <ul className={classes['links']}>
          <CopyLink name={words.mine} url={data.mine} />
          {data.schedules.map(({ id, name, url }) => (
            <CopyLink key={id} name={name} url={url} />
          ))}
        </ul>
      )}
      <div className={classes['buttons']}>
        <span className={classes['hint']}>{words.renewHint}</span>
        <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
          {words.renew}
        </Button>
        <Button onClick={onClose}>{words.close}</Button>
      </div>
    </Modal>
  );
}
