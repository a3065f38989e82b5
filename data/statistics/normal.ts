export type Confidence = 0.95 | 0.998;

/** Two-sided quantiles of the standard normal distribution: the half-width of each interval in standard errors. */
export const normalQuantile: Readonly<Record<Confidence, number>> = {
  0.95: 1.959963984540054,
  0.998: 3.090232306167813,
};
