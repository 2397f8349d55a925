/**
 * What an acknowledge or snooze link of a message opens. Programs that look into mail follow every link, so nothing is done before somebody
 * says so here; who holds the link need not be signed in.
 */
import { Button, SegmentedControl } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answered, api, done } from '../../api/index.ts';
import { type NoticeEvent, type Severity, SeverityMark } from '../../notices/index.ts';
import { ErrorState, Instant, problemOf, TextSkeleton } from '../../ui/index.ts';
import classes from './door.module.css';
import { messages } from './messages.ts';
import { type Deed, words } from './notice-messages.ts';
import { SinglePage } from './SinglePage.tsx';

const DURATIONS = Object.entries(words.minutes).map(([value, label]) => ({ value, label }));

export function NoticePage() {
  const { token } = useParams({ from: '/notice/$token' });
  const { data, error, refetch } = useQuery({
    queryKey: ['notice', token],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/notices/links/{token}', { params: { path: { token } }, signal })),
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });
  if (error && !data) return <Over error={error} retry={() => void refetch()} />;
  if (!data)
    return (
      <SinglePage title={messages.product}>
        <TextSkeleton lines={4} />
      </SinglePage>
    );
  return <Ask token={token} {...data} />;
}

function Over({ error, retry }: { error: unknown; retry: () => void }) {
  const isOver = [400, 404].includes(problemOf(error).status);
  return (
    <SinglePage title={isOver ? words.over : messages.product} text={isOver && words.overText}>
      {isOver ? <Home /> : <ErrorState error={error} retry={retry} compact />}
    </SinglePage>
  );
}

interface AskProps {
  token: string;
  deed: Deed;
  until: string;
  notice: { title: string; severity: string; event: string; what: string } | null;
}

function Ask({ token, deed, until, notice }: AskProps) {
  const [minutes, setMinutes] = useState('60');
  const follow = useMutation({
    mutationFn: () =>
      done(api.POST('/api/v1/notices/links/{token}', { params: { path: { token } }, body: { deed, forMinutes: Number(minutes) } })),
  });
  if (follow.isSuccess)
    return (
      <SinglePage title={words.done[deed]} text={words.doneTexts[deed]}>
        <p className={classes['done']} role="status">
          <IconCircleCheck size={20} stroke={1.8} aria-hidden="true" />
          {notice ? <bdi>{notice.title}</bdi> : words.done[deed]}
        </p>
        <Home />
      </SinglePage>
    );
  if (follow.error && problemOf(follow.error).status === 404) return <Over error={follow.error} retry={() => follow.reset()} />;
  return (
    <SinglePage title={words.titles[deed]} text={words.texts[deed]}>
      {notice && (
        <div className={classes['notice']}>
          <SeverityMark severity={notice.severity as Severity} event={notice.event as NoticeEvent} />
          <b>
            <bdi>{notice.title}</bdi>
          </b>
          <p className={classes['text']}>{notice.what}</p>
        </div>
      )}
      {deed === 'snooze' && (
        <SegmentedControl fullWidth size="xs" aria-label={words.how} data={DURATIONS} value={minutes} onChange={setMinutes} />
      )}
      {follow.error && <ErrorState error={follow.error} compact />}
      <Button fullWidth loading={follow.isPending} onClick={() => follow.mutate()}>
        {words.deeds[deed]}
      </Button>
      <p className={classes['text']}>
        {words.ends} <Instant at={until} />
      </p>
    </SinglePage>
  );
}

const Home = () => (
  <Button component={Link} to="/" variant="default" fullWidth>
    {words.open}
  </Button>
);
