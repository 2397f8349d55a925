/** What has happened to an alert, the latest first, with who did it; and a comment. */
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDeed, useMayAct } from '../../alerts/index.ts';
import { Instant, Panel, problemOf } from '../../ui/index.ts';
import { momentInWords } from './alert-words.ts';
import classes from './alerts.module.css';
import { words } from './messages.ts';
import type { AlertDetail } from './use-alerts.ts';

const said = words.one;
const LONGEST = 2000;

function Comment({ id }: { id: string }) {
  const [text, setText] = useState('');
  const { mutate, isPending, error } = useDeed(id, () => setText(''));
  return (
    <form
      className={classes['comment']}
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ type: 'comment', text });
      }}
    >
      <Textarea
        aria-label={said.comment}
        placeholder={said.commentHint}
        autosize
        minRows={1}
        maxLength={LONGEST}
        value={text}
        error={error ? (problemOf(error).fields[0]?.message ?? problemOf(error).title) : undefined}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit" size="xs" variant="default" loading={isPending} disabled={text.trim() === ''}>
        {said.say}
      </Button>
    </form>
  );
}

export function Moments({ alert: { id, moments } }: { alert: AlertDetail }) {
  const mayAct = useMayAct();
  return (
    <Panel title={said.moments}>
      {mayAct && <Comment id={id} />}
      <ol className={classes['moments']}>
        {moments.toReversed().map((moment, index) => {
          const { who, did } = momentInWords(moment);
          return (
            <li key={moments.length - index} data-kind={moment.kind}>
              <p>
                <b>
                  <bdi>{who}</bdi>
                </b>{' '}
                {did} <Instant at={moment.at} />
                {moment.of !== null && moment.by !== null && (
                  <>
                    {' '}
                    · <bdi>{moment.of.name}</bdi>
                  </>
                )}
              </p>
              {moment.note !== null && <p className={classes['note']}>{moment.note}</p>}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
