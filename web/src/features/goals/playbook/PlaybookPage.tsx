/** The playbook: actions by kind of issue, which a workspace changes, hides and adds to; and which category is of which kind. */
import { BlockSkeleton, ErrorState, SectionTitle } from '../../../ui/index.ts';
import { useMayWriteRules } from '../../../session/session.ts';
import { ActionList } from './ActionList.tsx';
import { Categories } from './Categories.tsx';
import { messages } from './messages.ts';
import classes from './playbook.module.css';
import { usePlaybook } from './use-playbook.ts';

export function PlaybookPage() {
  const { data, error, refetch } = usePlaybook();
  const mayWrite = useMayWriteRules();
  return (
    <>
      <SectionTitle order={1} title={messages.title} sentence={messages.sentence} />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <BlockSkeleton height={480} />}
      {data && (
        <>
          <div className={classes['topics']}>
            {data.issueTypes.map(({ id, label, actions }) => (
              <ActionList key={id} title={label} topic={{ issueType: id }} actions={actions} mayWrite={mayWrite} />
            ))}
            {data.categories.map(({ category, actions }) => (
              <ActionList key={`of ${category}`} title={category} topic={{ category }} actions={actions} mayWrite={mayWrite} />
            ))}
          </div>
          <Categories playbook={data} mayWrite={mayWrite} />
        </>
      )}
    </>
  );
}
