// Sums of weighted scores, in whole numbers. Does not use the page.

export const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/** Returns the weighted sum of an item's scores. */
export const weighed = ({ scores }, weights) => sum(scores.map((score, at) => score * weights[at]));
