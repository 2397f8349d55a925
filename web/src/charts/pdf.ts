/** A PDF, made in the browser. Everything it takes is fetched when one is asked for. */
import pdfMake from 'pdfmake/build/pdfmake';
import medium from 'pdfmake/fonts/Roboto/Roboto-Medium.ttf?url';
import regular from 'pdfmake/fonts/Roboto/Roboto-Regular.ttf?url';
import type { Drawable } from './drawing.ts';
import { hasLetters, onPaper, textsIn } from './paper-letters.ts';
import { paperOf, widthOf, type DrawText, type Paper, type PaperSheet, type Sheet } from './paper.ts';
import { wrapped } from './picture-layout.ts';
import { chartCanvas, chartSvg, measureHere } from './picture.ts';
import { OTHERS, SERIES_COLOURS } from './series-colours.ts';
import { TEXT_STYLE } from './time-option.ts';

/** Where a sheet stands among others; null where it is alone. */
export type Place = Pick<PaperSheet, 'columns12' | 'row'> | null;

/** Pixels of a drawing for each point of paper: letters of 12 pixels become ones of 9 points. */
const PX_PER_POINT = 1.33;
/** Of texts that are drawn, so that they are sharp on paper. */
const SHARP = 4;
const LINE_HEIGHT = 1.3;

/** A sheet with what is drawn of it, if anything is, as wide as its place. */
export async function paperSheetOf(sheet: Sheet, drawable: Drawable | null, place: Place, withTable: boolean): Promise<PaperSheet> {
  const stands = place ?? { columns12: 12, row: 0 };
  if (!drawable) return { ...sheet, chart: null, legend: [], ...stands, withTable };
  const drawing = drawable.drawing('light');
  const size = { width: Math.round(widthOf(stands) * PX_PER_POINT), height: drawable.height };
  const svg = onPaper(await chartSvg(drawing, size));
  const canvas = await chartCanvas(drawing, size);
  return {
    ...sheet,
    chart: { ...size, svg: hasLetters(textsIn(svg)) ? svg : null, png: canvas.toDataURL('image/png') },
    legend: drawable.legend.map(({ name, colour }) => ({ name, colour: SERIES_COLOURS.light[colour] ?? OTHERS })),
    ...stands,
    withTable,
  };
}

/** With the fonts of this browser, which have more letters than any that could be sent along. */
function drawHere(): DrawText {
  const measure = measureHere();
  return (text, { size, bold, colour, width }) => {
    const weight = bold ? 650 : 400;
    const lines = wrapped(text, width, (words) => measure(words, size, weight));
    const widest = Math.min(width, Math.max(1, ...lines.map((line) => Math.ceil(measure(line, size, weight)))));
    const height = Math.ceil(Math.max(1, lines.length) * size * LINE_HEIGHT);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [widest * SHARP, height * SHARP];
    const brush = canvas.getContext('2d')!;
    brush.scale(SHARP, SHARP);
    brush.font = `${weight} ${size}px ${TEXT_STYLE.fontFamily}`;
    brush.textBaseline = 'middle';
    brush.fillStyle = colour;
    for (const [place, line] of lines.entries()) brush.fillText(line, 0, (place + 0.5) * size * LINE_HEIGHT, widest);
    return { url: canvas.toDataURL('image/png'), width: widest, height };
  };
}

const drawnAsImages = ({ sheets, ...paper }: Paper): Paper => ({
  ...paper,
  sheets: sheets.map((sheet) => ({ ...sheet, chart: sheet.chart && { ...sheet.chart, svg: null } })),
});

/** The two that are written in, as files of their own: within the script all four would be read with it, and again with each release. */
const fontsHere = () => {
  const [normal, bold] = [regular, medium].map((url) => new URL(url, document.baseURI).href) as [string, string];
  return { Roboto: { normal, bold } };
};

/** In lines and letters where it can be written so; a drawing that the writer does not understand makes all of them images. */
export async function pdfOf(paper: Paper): Promise<Blob> {
  pdfMake.setFonts(fontsHere());
  const draw = drawHere();
  const written = (of: Paper): Promise<Blob> => pdfMake.createPdf(paperOf(of, draw)).getBlob();
  try {
    return await written(paper);
  } catch {
    return written(drawnAsImages(paper));
  }
}
