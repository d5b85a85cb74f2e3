/** What a row of measurements says. */

/** @param share 0.5 is the median; between two values the mean of both, by their distance */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at));
}

export function median(values) {
  return quantile(values, 0.5);
}

/** The median, the quartiles, and the least: what the work takes where nothing else runs. */
export function spread(values) {
  return {
    value: median(values),
    least: Math.min(...values),
    low: quantile(values, 0.25),
    high: quantile(values, 0.75),
    n: values.length,
  };
}
