/** Numbers of the catalogue: asked, shown, explained. */
export { askedAs, CHART_KINDS, fits, usualKind, type ChartKind } from './chart-kind.ts';
export { explainedOf, readExplain, readFilters, useExplain, useExplained, type Explained, type ExplainSearch } from './explain-search.ts';
export { FigureCard } from './FigureCard.tsx';
export { changeUnitOf, figureWords, isFew, standing, targetSign, targetWords, valueWords, whyNone, type Unit } from './figure-words.ts';
export { messages as numberMessages } from './messages.ts';
export { QueryChart, questionTitle } from './QueryChart.tsx';
export { queryBody, spanOf, usualGrain, type Filter, type Having, type Question, type Span, type Subject } from './question.ts';
export { useAnswer } from './use-answer.ts';
export { useValues } from './use-values.ts';
export { useCatalogue, type Catalogue } from './use-catalogue.ts';
