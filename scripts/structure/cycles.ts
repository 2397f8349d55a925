/**
 * Import cycles, found as the knots of the graph (Tarjan's strongly connected components, 1972):
 * the files from which one can return to the start. Each knot is reported once, however many ways lead round it.
 */
import type { SourceFile } from './tree.ts';

/** One sentence for every knot of two files or more, and for every file that imports itself. */
export function importCycles(files: readonly SourceFile[]): string[] {
  const edges = new Map(files.map(({ path, imports }) => [path, imports.flatMap(({ file }) => file ?? [])]));
  const knots = components(edges).filter((knot) => knot.length > 1 || edges.get(knot[0] ?? '')?.includes(knot[0] ?? ''));
  return knots.map((knot) => `import cycle: ${knot.toSorted().join(' ↔ ')}`);
}

function components(edges: Map<string, string[]>): string[][] {
  const found: string[][] = [];
  const seenAt = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (node: string): void => {
    seenAt.set(node, seenAt.size);
    lowest.set(node, seenAt.size - 1);
    open.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!edges.has(next)) continue;
      if (!seenAt.has(next)) visit(next);
      if (open.includes(next)) lowest.set(node, Math.min(lowest.get(node)!, lowest.get(next)!));
    }
    if (lowest.get(node) === seenAt.get(node)) found.push(open.splice(open.indexOf(node)));
  };
  for (const node of edges.keys()) if (!seenAt.has(node)) visit(node);
  return found;
}
