/** Numbers of the catalogue: asked, shown, explained. */
export { ExportMenu } from './ExportMenu.tsx';
export { drawableOf, sheetOf, type Shown } from './sheet.ts';
export { usePaperContext } from './use-paper-context.ts';
export { askedAs, CHART_KINDS, fits, usualKind, type ChartKind } from './chart-kind.ts';
export { explainedOf, useExplain, type Explained, type ExplainSearch } from './explain-search.ts';
export { apiCall } from './api-call.ts';
export { CodeBlock } from './CodeBlock.tsx';
export { CopyButton } from './CopyButton.tsx';
export { groupName, valueName } from './group-words.ts';
export { useValues } from './use-values.ts';
export {
  aimWords,
  changeUnitOf,
  figureWords,
  isFew,
  standing,
  targetSign,
  targetWords,
  valueWords,
  whyNone,
  type Unit,
} from './figure-words.ts';
export { Filters } from './Filters.tsx';
export { FigureCard } from './FigureCard.tsx';
export { endDay, goalTarget, goalValue, PACES, type Pace } from './goal-words.ts';
export { HoursToggle } from './HoursToggle.tsx';
export { PERS, perOf, readAmount, typedAmount } from './amounts.ts';
export { useMetricOptions } from './metric-options.ts';
export { messages as numberMessages } from './messages.ts';
export { PaceMark } from './PaceMark.tsx';
export { QueryChart, questionTitle } from './QueryChart.tsx';
export { queryBody, usualGrain, type Context, type Filter, type Having, type Question, type Span, type Subject } from './question.ts';
export { canCount, countsBothWays, metricAsked, staysAsItIs, type TimeCounted } from './time-counted.ts';
export { useAnswer, useAsk, useTicketsBehind } from './use-answer.ts';
export { useCatalogue, type Catalogue } from './use-catalogue.ts';
export { useGoals } from './use-goals.ts';
