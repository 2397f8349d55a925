/** An address that names a kept question and says nothing else: it is fetched, and the address comes to say all of it. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { BlockSkeleton, ErrorState } from '../../ui/index.ts';
import classes from './explore.module.css';
import { searchOf } from './saved.ts';
import { useExploration } from './use-explorations.ts';

export function Opening({ id }: { id: string }) {
  const { data, error, refetch } = useExploration(id);
  const navigate = useNavigate();
  useEffect(() => {
    if (!data) return;
    const search = (previous: Record<string, unknown>) => ({ ...previous, ...searchOf(data.spec), saved: id });
    void navigate({ to: '/explore', search: search as never, replace: true });
  }, [data, id, navigate]);
  return (
    <div className={classes['page']}>
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : (
        <>
          <BlockSkeleton height={480} />
          <BlockSkeleton height={480} />
        </>
      )}
    </div>
  );
}
