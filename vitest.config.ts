import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/releases.ts'],
    testTimeout: 240_000,
    hookTimeout: 120_000,
    // Files share two cores with the servers and the browser that they start.
    maxWorkers: 2,
  },
});
