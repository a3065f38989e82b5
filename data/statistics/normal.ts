export type Confidence = 0.95 | 0.998;

/** Two-sided quantiles of the standard normal distribution: the half-width, in standard errors, of each interval. */
export const normalQuantile: Readonly<Record<Confidence, number>> = {
  0.95: 1.959963984540054,
  0.998: 3.090232306167813,
};
