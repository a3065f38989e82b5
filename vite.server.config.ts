import { fileURLToPath } from 'node:url';
import { defineConfig, type EnvironmentOptions } from 'vite';

/**
 * Builds the server and the operator's scripts as JavaScript (`npm run build`). Packages are not bundled, except into
 * the ingest: a single file starts faster than the many that it is made of.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  environments: {
    server: {
      ...serverSide({
        input: {
          server: 'server/main.ts',
          operate: 'scripts/operate.ts',
          releases: 'scripts/releases.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      }),
      resolve: { noExternal: ['@duckdb/node-api'] },
    },
    ingest: {
      ...serverSide({
        input: {
          ingest: 'scripts/ingest.ts',
          countingThread: 'scripts/ingest/files/countingThread.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      }),
      resolve: { noExternal: true, external: ['@duckdb/node-bindings'] },
    },
  },
  builder: {
    async buildApp({ build, environments }) {
      for (const name of ['server', 'ingest']) await build(environments[name]!);
    },
  },
});

function serverSide(options: object): EnvironmentOptions {
  return {
    consumer: 'server',
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      target: 'node20',
      reportCompressedSize: false,
      rolldownOptions: { ...options, checks: { pluginTimings: false } },
    },
  };
}
