/** Numbers of the catalogue: asked, shown, explained. */
export { askedAs, CHART_KINDS, fits, usualKind, type ChartKind } from './chart-kind.ts';
export { useExplain, type Explained, type ExplainSearch } from './explain-search.ts';
export { apiCall } from './api-call.ts';
export { CodeBlock } from './CodeBlock.tsx';
export { CopyButton } from './CopyButton.tsx';
export { valueName } from './group-words.ts';
export { useValues } from './use-values.ts';
export { changeUnitOf, isFew, standing, targetSign, targetWords, valueWords, type Unit } from './figure-words.ts';
export { FigureCard } from './FigureCard.tsx';
export { HoursToggle } from './HoursToggle.tsx';
export { messages as numberMessages } from './messages.ts';
export { QueryChart, questionTitle } from './QueryChart.tsx';
export { queryBody, usualGrain, type Filter, type Having, type Question, type Span, type Subject } from './question.ts';
export { canCount, countsBothWays, metricAsked, staysAsItIs, type TimeCounted } from './time-counted.ts';
export { useAnswer } from './use-answer.ts';
export { useCatalogue, type Catalogue } from './use-catalogue.ts';
