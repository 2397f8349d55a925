/**
 * What an acknowledge or snooze link of a message opens. Programs that look into mail follow every link, so nothing is done before somebody
 * says so here; who holds the link need not be signed in.
 */
import { Button, SegmentedControl } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answered, api } from '../../api/index.ts';
import { type NoticeEvent, type Severity, SeverityMark, SNOOZES, USUAL_SNOOZE } from '../../notices/index.ts';
import { ErrorState, Instant, problemOf, TextSkeleton } from '../../ui/index.ts';
import classes from './door.module.css';
import { messages } from './messages.ts';
import { type Deed, type Standing, words } from './notice-messages.ts';
import { SinglePage } from './SinglePage.tsx';

const DURATIONS = SNOOZES.map(({ minutes, label }) => ({ value: String(minutes), label }));

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

const Nothing = () => (
  <SinglePage title={words.over} text={words.overText}>
    <Home />
  </SinglePage>
);

interface Stands {
  status: Standing;
  by: string | null;
  at: string | null;
  until: string | null;
}

interface AskProps {
  token: string;
  deed: Deed;
  until: string;
  notice: { title: string; severity: string; event: string; what: string } | null;
  standing: Stands | null;
}

/** Whether the deed would change anything. */
const isOpenTo = (deed: Deed, standing: Stands | null): boolean =>
  standing === null ||
  standing.status === 'open' ||
  standing.status === 'snoozed' ||
  (standing.status === 'acknowledged' && deed === 'snooze');

/** What has been done already, by whom and when. */
function Already({ notice, status, by, at, until }: Stands & Pick<AskProps, 'notice'>) {
  if (status === 'open') return null;
  return (
    <SinglePage title={words.stands[status]} text={words.standTexts[status]}>
      {notice && (
        <b>
          <bdi>{notice.title}</bdi>
        </b>
      )}
      <p className={classes['done']} role="status">
        <IconCircleCheck size={20} stroke={1.8} aria-hidden="true" />
        <ByWhom by={by} at={at} until={until} />
      </p>
      <Home />
    </SinglePage>
  );
}

const ByWhom = ({ by, at, until }: Omit<Stands, 'status'>) => (
  <span>
    <bdi>{by === null ? words.byItself : words.by(by)}</bdi> {at && <Instant at={at} />}
    {until && (
      <>
        , {words.untilWhen} <Instant at={until} />
      </>
    )}
  </span>
);

function Ask({ token, deed, until, notice, standing }: AskProps) {
  const [minutes, setMinutes] = useState(String(USUAL_SNOOZE));
  const follow = useMutation({
    mutationFn: () =>
      answered(api.POST('/api/v1/notices/links/{token}', { params: { path: { token } }, body: { deed, forMinutes: Number(minutes) } })),
  });
  const found = follow.data && !follow.data.done ? follow.data.standing : follow.isSuccess ? null : standing;
  if (found && (follow.isSuccess || !isOpenTo(deed, found))) return <Already notice={notice} {...found} />;
  if (follow.data && !follow.data.done) return <Nothing />;
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
      {standing && standing.status !== 'open' && (
        <p className={classes['text']}>
          {words.stands[standing.status]}. <ByWhom {...standing} />
        </p>
      )}
      {deed === 'snooze' && (
        <SegmentedControl
          fullWidth
          orientation="vertical"
          size="xs"
          aria-label={words.how}
          data={DURATIONS}
          value={minutes}
          onChange={setMinutes}
        />
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
