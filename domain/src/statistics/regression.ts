/**
 * What goes along with a number, each input's part by itself: linear regression with a small penalty (ridge; Hoerl and Kennard,
 * 1970), so that inputs which say almost the same share their effect instead of fighting over it. Inputs are standardised first,
 * so that one penalty is fair to all. All is computed from sums of products, and the rows are read twice, whatever their number.
 */

export interface Effect {
  /** Of the outcome, for one unit more of the input and all others as they are. 0 for an input that never varies. */
  readonly perUnit: number;
  readonly standardError: number;
  /** Of the input; times `perUnit` it is the effect of a usual difference, by which inputs of different units compare. */
  readonly deviation: number;
}

export interface Regression {
  readonly n: number;
  /** Of the outcome. */
  readonly mean: number;
  /** One for each input, in their order. */
  readonly effects: readonly Effect[];
  /** The share of the outcome's variance that the inputs explain together. */
  readonly explained: number;
  /** For each group of inputs: how much less would be explained without it. What several groups explain alike is in none of them. */
  readonly explainedBy: readonly number[];
}

/** In rows' worth for each row: far too little to bend what the rows say, enough to part twins. */
const PENALTY = 1e-4;

/**
 * Rows of inputs and their outcomes → effects; `groups` are the places of inputs that stand for one idea, such as the channels.
 * Null where there are not more rows than inputs, or the outcome never varies. The standard errors are those of ridge with a
 * common variance: s² A⁻¹ XᵀX A⁻¹ with A = XᵀX + λI.
 */
export function regress(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  groups: readonly (readonly number[])[] = [],
): Regression | null {
  const n = rows.length;
  const width = rows[0]?.length ?? 0;
  if (n <= width + 1) return null;
  const columns = Array.from({ length: width }, (_, place) => momentsOf(rows.map((row) => row[place]!)));
  const outcome = momentsOf(outcomes);
  if (outcome.deviation === 0) return null;
  const sums = productsOf(rows, outcomes, columns, outcome);
  const varying = columns.flatMap(({ deviation }, place) => (deviation > 0 ? [place] : []));
  const whole = fit(sums, varying, n);
  const variance = (whole.unexplained * outcome.deviation ** 2 * n) / (n - varying.length - 1);
  const effects = columns.map(({ deviation }, place): Effect => {
    const at = varying.indexOf(place);
    if (at < 0) return { perUnit: 0, standardError: 0, deviation };
    const perDeviation = whole.coefficients[at]! * outcome.deviation;
    return { perUnit: perDeviation / deviation, standardError: Math.sqrt(variance * whole.spread[at]!) / deviation, deviation };
  });
  const explained = 1 - whole.unexplained;
  const explainedBy = groups.map((group) => {
    const others = varying.filter((place) => !group.includes(place));
    return Math.max(0, explained - (1 - fit(sums, others, n).unexplained));
  });
  return { n, mean: outcome.mean, effects, explained, explainedBy };
}

interface Moments {
  readonly mean: number;
  /** Of the whole, not of a sample: the standardised columns have the square sum n. */
  readonly deviation: number;
}

function momentsOf(values: readonly number[]): Moments {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length);
  // What rounding leaves of a column of equal values is no variation.
  return { mean, deviation: deviation <= 1e-12 * Math.max(1, Math.abs(mean)) ? 0 : deviation };
}

interface Products {
  /** Of the standardised inputs with each other: correlations. */
  readonly inputs: readonly (readonly number[])[];
  /** Of each with the standardised outcome. */
  readonly outcome: readonly number[];
}

function productsOf(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  columns: readonly Moments[],
  outcome: Moments,
): Products {
  const inputs = columns.map(() => columns.map(() => 0));
  const withOutcome = columns.map(() => 0);
  for (const [index, row] of rows.entries()) {
    const scaled = columns.map(({ mean, deviation }, place) => (deviation === 0 ? 0 : (row[place]! - mean) / deviation));
    const y = (outcomes[index]! - outcome.mean) / outcome.deviation;
    for (const [place, one] of scaled.entries()) {
      withOutcome[place]! += (one * y) / rows.length;
      for (let other = 0; other <= place; other += 1) inputs[place]![other]! += (one * scaled[other]!) / rows.length;
    }
  }
  for (const [place, line] of inputs.entries()) for (let other = 0; other < place; other += 1) inputs[other]![place] = line[other]!;
  return { inputs, outcome: withOutcome };
}

interface Fitted {
  readonly coefficients: readonly number[];
  /** The diagonal of A⁻¹ XᵀX A⁻¹. */
  readonly spread: readonly number[];
  /** The share of the variance that is left, 0 to 1. */
  readonly unexplained: number;
}

/** The fit of some of the inputs, everything standardised. */
function fit({ inputs, outcome }: Products, places: readonly number[], n: number): Fitted {
  const correlations = places.map((place) => places.map((other) => inputs[place]![other]!));
  const inverse = inverseOf(correlations.map((line, place) => line.map((one, other) => (place === other ? one + PENALTY : one))));
  const target = places.map((place) => outcome[place]!);
  const coefficients = inverse.map((line) => dot(line, target));
  const fitted = coefficients.map((one, place) => one * dot(correlations[place]!, coefficients));
  const unexplained = 1 - 2 * dot(coefficients, target) + fitted.reduce((sum, one) => sum + one, 0);
  const spread = inverse.map(
    (line) =>
      dot(
        line,
        correlations.map((other) => dot(other, line)),
      ) / n,
  );
  return { coefficients, spread, unexplained: Math.min(1, Math.max(0, unexplained)) };
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, one, place) => sum + one * b[place]!, 0);

/** Of a symmetric matrix without zero or negative directions, by Gauss and Jordan; such a one needs no pivoting. */
function inverseOf(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const lines = matrix.map((line, place) => [...line, ...Array.from({ length: size }, (_, other) => (place === other ? 1 : 0))]);
  for (let place = 0; place < size; place += 1) {
    const pivot = lines[place]!;
    const by = pivot[place]!;
    for (let at = 0; at < 2 * size; at += 1) pivot[at]! /= by;
    for (const [other, line] of lines.entries()) {
      const factor = line[place]!;
      if (other === place || factor === 0) continue;
      for (let at = 0; at < 2 * size; at += 1) line[at]! -= factor * pivot[at]!;
    }
  }
  return lines.map((line) => line.slice(size));
}
