/** What a review still lacks, as it is typed: said at its fields before anything is sent. */
import type { Incident } from '../../api/client.ts';

type Lack = Incident['review']['lacks'][number];

interface Typed {
  readonly summary: string;
  readonly rootCause: string;
  readonly toImprove: readonly string[];
}

/** None where no review is needed: it is completed as it is. Action items have their own form, so what is saved of them counts. */
export function lackingIn({ review }: { readonly review: Pick<Incident['review'], 'needed' | 'lacks'> }, typed: Typed): Lack[] {
  if (!review.needed) return [];
  const isLacking: Record<Lack, boolean> = {
    summary: typed.summary.trim() === '',
    rootCause: typed.rootCause.trim() === '',
    toImprove: typed.toImprove.length === 0,
    actions: review.lacks.includes('actions'),
  };
  return (Object.keys(isLacking) as Lack[]).filter((lack) => isLacking[lack]);
}
