/** A whole dashboard on paper: every tile in reading order, as it is seen through the period and the filters of the page. */
import type { Dashboard, DashboardTile as Tile } from '../../api/client.ts';
import { askedAs, drawableOf, sheetOf, useAsk, useCatalogue, usePaperContext, type Catalogue, type Shown } from '../../numbers/index.ts';
import { inReadingOrder, noteOf, questionOf, type View } from '../../tiles/index.ts';
import { problemOf } from '../../ui/index.ts';
import { useTileName } from './use-tile-name.ts';

const COLUMNS = 12;

/** Tiles that begin at one height stand in one row of the page while there is room for them. */
export function rowsOf(tiles: readonly Pick<Tile, 'layout'>[]): number[] {
  let [row, y, filled] = [-1, Number.NaN, 0];
  return tiles.map(({ layout }) => {
    if (layout.y !== y || filled + layout.w > COLUMNS) [row, y, filled] = [row + 1, layout.y, 0];
    filled += layout.w;
    return row;
  });
}

/** Its bytes; null until the catalogue is there. A tile that is refused says why in its place. */
export function useDashboardFile({ spec }: Dashboard, view: View): (() => Promise<Blob>) | null {
  const { data: catalogue } = useCatalogue();
  const ask = useAsk();
  const contextOf = usePaperContext();
  const nameOf = useTileName();
  if (!catalogue) return null;

  const shownOf = async (tile: Tile, known: Catalogue): Promise<Shown> => {
    const question = askedAs(tile.chart, questionOf(tile, view, known), known);
    return {
      title: nameOf(tile),
      kind: tile.chart,
      question,
      answer: await ask(question),
      metrics: question.metrics.flatMap((id) => known.metric(id) ?? []),
      catalogue: known,
      note: noteOf(tile, view, known),
    };
  };
  return async () => {
    const { paperSheetOf, pdfOf } = await import('../../charts/pdf.ts');
    const tiles = inReadingOrder(spec.tiles);
    const rows = rowsOf(tiles);
    const sheets: Awaited<ReturnType<typeof paperSheetOf>>[] = [];
    let context: Awaited<ReturnType<typeof contextOf>> = [];
    for (const [index, tile] of tiles.entries()) {
      const place = { columns12: tile.layout.w, row: rows[index]! };
      try {
        // One after the other: the page stays usable while its file is made.
        const shown = await shownOf(tile, catalogue);
        if (context.length === 0) context = await contextOf(shown.answer, view);
        sheets.push(await paperSheetOf(sheetOf(shown), drawableOf(shown), place, tile.chart === 'table'));
      } catch (error) {
        const { detail, title } = problemOf(error);
        const nothing = { chart: null, legend: [], columns: [], rows: [], figures: [], withTable: false };
        sheets.push({ ...nothing, ...place, title: nameOf(tile), sentence: detail ?? title });
      }
    }
    return pdfOf({ title: spec.title, context, sheets });
  };
}
