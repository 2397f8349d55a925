/** The page of what is not in force: it was retired, or there never was one of that name. Its versions know. */
import { BlockSkeleton, EmptyState, ErrorState, problemOf } from '../../../ui/index.ts';
import { EditorPage } from './EditorPage.tsx';
import { editorMessages as messages } from '../../../drafts/index.ts';

interface GoneProps {
  to: '/sla/policies' | '/sla/calendars';
  back: string;
  id: string;
  query: { data: readonly { name: string }[] | undefined; error: Error | null };
  none: string;
}

export function Gone({ to, back, id, query: { data, error }, none }: GoneProps) {
  const isUnknown = error !== null && problemOf(error).status === 404;
  return (
    <EditorPage to={to} back={back} title={isUnknown ? none : (data?.[0]?.name ?? id)}>
      {data ? (
        <EmptyState title={messages.history.retired} />
      ) : isUnknown ? (
        <EmptyState title={messages.unknown(id)}>{messages.unknownText}</EmptyState>
      ) : error ? (
        <ErrorState error={error} />
      ) : (
        <BlockSkeleton height={120} />
      )}
    </EditorPage>
  );
}
