/** What a tile is called: its title, or what it asks. */
import type { DashboardTile as Tile } from '../../api/client.ts';
import { questionTitle, useCatalogue } from '../../numbers/index.ts';

export function useTileName(): (tile: Pick<Tile, 'title' | 'question'>) => string {
  const { data: catalogue } = useCatalogue();
  return ({ title, question: { metrics, dimensions } }) =>
    title ?? (catalogue ? questionTitle({ metrics, dimensions: dimensions ?? [] }, catalogue) : metrics.join(', '));
}
