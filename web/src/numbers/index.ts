/** Numbers of the catalogue: asked, shown, explained. */
export { ExportMenu } from './ExportMenu.tsx';
export { drawableOf, sheetOf, type Shown } from './sheet.ts';
export { usePaperContext } from './use-paper-context.ts';
export { askedAs, CHART_KINDS, fits, usualKind, type ChartKind } from './chart-kind.ts';
export { useExplain, type Explained, type ExplainSearch } from './explain-search.ts';
export { apiCall } from './api-call.ts';
export { CodeBlock } from './CodeBlock.tsx';
export { CopyButton } from './CopyButton.tsx';
export { valueName } from './group-words.ts';
export { useValues } from './use-values.ts';
export { changeUnitOf, isFew, standing, targetSign, targetWords, valueWords, type Unit } from './figure-words.ts';
export { FigureCard } from './FigureCard.tsx';
export { messages as numberMessages } from './messages.ts';
export { QueryChart, questionTitle } from './QueryChart.tsx';
export { queryBody, usualGrain, type Filter, type Having, type Question, type Span, type Subject } from './question.ts';
export { useAnswer, useAsk } from './use-answer.ts';
export { useCatalogue, type Catalogue } from './use-catalogue.ts';
