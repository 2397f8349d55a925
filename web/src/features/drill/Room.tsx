/** A drill that runs: how far it is, what engineers say, hints, what has been done, and the way to the tools. */
import { Button, Group, Modal } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { OutageDrill as Drill } from '../../api/index.ts';
import { ErrorState, formatCount, formatDuration, Panel, Relative, useTicking } from '../../ui/index.ts';
import classes from './drill.module.css';
import { words } from './messages.ts';
import { Moments } from './Moments.tsx';
import { useHint, useStop } from './use-drills.ts';

const said = words.running;

function Figure({ label, children, note }: { label: string; children: ReactNode; note?: ReactNode }) {
  return (
    <div className={classes['figure']}>
      <dt>{label}</dt>
      <dd>
        {children}
        {note && <span>{note}</span>}
      </dd>
    </div>
  );
}

function Elapsed({ startedAt, pace }: Pick<Drill, 'startedAt' | 'pace'>) {
  const text = useTicking((now) => formatDuration(Math.max(0, ((now - Date.parse(startedAt)) * pace) / 1000)));
  return <span className={classes['ticking']}>{text}</span>;
}

function Stop({ id }: { id: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const stop = useStop(id);
  return (
    <>
      <Button variant="default" leftSection={<IconFlag size={16} aria-hidden="true" />} onClick={() => setIsAsking(true)}>
        {said.stop}
      </Button>
      <Modal opened={isAsking} onClose={() => setIsAsking(false)} title={said.stopConfirm} centered>
        <p className={classes['muted']}>{said.stopText}</p>
        {stop.error && <ErrorState compact error={stop.error} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setIsAsking(false)}>
            {said.goOn}
          </Button>
          <Button loading={stop.isPending} onClick={() => stop.mutate()}>
            {said.stop}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

function Tools({ incident }: Pick<Drill, 'incident'>) {
  return (
    <Panel title={said.tools} sentence={said.toolsSentence}>
      <ul className={classes['tools']}>
        {incident && (
          <li>
            <Link to="/incidents/$incidentId" params={{ incidentId: incident.id }}>
              {said.links.incident(incident.id)} <bdi>{incident.title}</bdi>
            </Link>
          </li>
        )}
        <li>
          <Link to="/incidents">{said.links.declare}</Link>
        </li>
        <li>
          <Link to="/tickets">{said.links.tickets}</Link>
        </li>
        <li>
          <Link to="/queue">{said.links.queue}</Link>
        </li>
        <li>
          <Link to="/on-call">{said.links.onCall}</Link>
        </li>
      </ul>
    </Panel>
  );
}

function Engineers({ drill: { news, timeline } }: { drill: Drill }) {
  const isDeclared = timeline.some(({ text }) => text.startsWith('Declared'));
  return (
    <Panel title={said.engineers}>
      {news.length === 0 && <p className={classes['muted']}>{isDeclared ? said.stillLooking : said.nothingYet}</p>}
      <ul className={classes['news']}>
        {news.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Panel>
  );
}

function Hints({ drill: { id, hints }, mayAct }: { drill: Drill; mayAct: boolean }) {
  const take = useHint(id);
  if (hints.length === 0) return null;
  return (
    <Panel title={said.hintsTitle} sentence={said.hintsSentence(hints[0]!.cost)}>
      {take.error && <ErrorState compact error={take.error} />}
      <ul className={classes['hints']}>
        {hints.map(({ hint, title, text }) => (
          <li key={hint}>
            <b>{title}</b>
            {text !== null && <span>{text}</span>}
            {text === null && mayAct && (
              <Button size="compact-xs" variant="default" aria-label={said.takeOf(title)} onClick={() => take.mutate(hint)}>
                {said.take}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function Room({ drill, mayStop, mayAct }: { drill: Drill; mayStop: boolean; mayAct: boolean }) {
  const { id, title, brief, startedAt, startedBy, pace, minutes, endsAt, tickets, linked, score, timeline, isSurprise, updateDueAt } =
    drill;
  return (
    <>
      <div className={classes['head']}>
        <div>
          <h1>{said.headline(title)}</h1>
          <p className={classes['muted']}>
            {brief} {said.by} <bdi>{startedBy}</bdi>, {said.pace(pace)}.
          </p>
        </div>
        {mayStop && <Stop id={id} />}
      </div>
      <dl className={classes['figures']}>
        <Figure label={said.elapsed} note={said.ofLength(formatDuration(minutes * 60))}>
          <Elapsed startedAt={startedAt} pace={pace} />
        </Figure>
        <Figure label={said.ends}>
          <Relative at={endsAt} />
        </Figure>
        {updateDueAt !== null && (
          <Figure label={said.update} note={pace !== 1 && said.updateNote}>
            <Relative at={updateDueAt} />
          </Figure>
        )}
        <Figure label={said.tickets} note={isSurprise ? said.unplaced : said.linked(linked)}>
          {isSurprise ? '?' : formatCount(tickets)}
        </Figure>
        <Figure label={said.points} note={score.hints > 0 ? said.hints(score.hints) : said.ofPoints(100)}>
          {formatCount(Math.round(score.points))}
        </Figure>
      </dl>
      <div className={classes['two']}>
        <Panel title={said.done}>
          {timeline.length === 0 ? <p className={classes['muted']}>{said.nothingDone}</p> : <Moments moments={timeline} />}
        </Panel>
        <div className={classes['stack']}>
          <Tools incident={drill.incident} />
          <Engineers drill={drill} />
          <Hints drill={drill} mayAct={mayAct} />
        </div>
      </div>
    </>
  );
}
