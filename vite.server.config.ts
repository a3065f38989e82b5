import { fileURLToPath } from 'node:url';
import { defineConfig, type EnvironmentOptions } from 'vite';

/**
 * Builds the server and the operator's scripts as JavaScript (`npm run build`). Packages are not bundled, except where
 * loading their many files takes long: all of the ingest's, and DuckDB's client.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  environments: {
    server: {
      ...serverSide({
        server: 'server/main.ts',
        operate: 'scripts/operate.ts',
        releases: 'scripts/releases.ts',
      }),
      resolve: { noExternal: ['@duckdb/node-api'] },
    },
    ingest: {
      ...serverSide({
        ingest: 'scripts/ingest.ts',
        countingThread: 'scripts/ingest/files/countingThread.ts',
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

/** Files of `dist` by name, each from its source; what they share goes to `dist/parts`. */
function serverSide(input: Record<string, string>): EnvironmentOptions {
  return {
    consumer: 'server',
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      target: 'node20',
      reportCompressedSize: false,
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
        checks: { pluginTimings: false },
      },
    },
  };
}
