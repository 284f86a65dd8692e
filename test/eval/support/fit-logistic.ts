/** `wanted` is a share, 0 to 1. */
export type Example = { values: number[]; wanted: number; weight: number };

const ROUNDS = 300;
const STEP = 1;
/** Keeps weights small that tell little. */
const RIDGE = 0.002;

/** Logistic regression by gradient descent over standardised values; bias and weights are for the values as they are. */
export function fitLogistic(examples: Example[]): { bias: number; weights: number[] } {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const columns = (examples[0]?.values ?? []).map((_, at) => {
    const average = examples.reduce((sum, { values, weight }) => sum + (values[at] ?? 0) * weight, 0) / total;
    const variance = examples.reduce((sum, { values, weight }) => sum + ((values[at] ?? 0) - average) ** 2 * weight, 0);
    return { average, spread: Math.sqrt(variance / total) || 1 };
  });
  const rows = examples.map(({ values, ...rest }) => ({
    ...rest,
    values: columns.map(({ average, spread }, at) => ((values[at] ?? 0) - average) / spread),
  }));
  let bias = 0;
  let weights = columns.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    let biasSlope = 0;
    const slopes = weights.map((weight) => RIDGE * weight);
    for (const { values, wanted, weight } of rows) {
      const sum = values.reduce((soFar, value, at) => soFar + value * (weights[at] ?? 0), bias);
      const error = ((1 / (1 + Math.exp(-sum)) - wanted) * weight) / total;
      biasSlope += error;
      values.forEach((value, at) => (slopes[at] = (slopes[at] ?? 0) + error * value));
    }
    bias -= STEP * biasSlope;
    weights = weights.map((weight, at) => weight - STEP * (slopes[at] ?? 0));
  }
  const unscaled = weights.map((weight, at) => weight / (columns[at]?.spread ?? 1));
  return {
    bias: bias - unscaled.reduce((sum, weight, at) => sum + weight * (columns[at]?.average ?? 0), 0),
    weights: unscaled,
  };
}
