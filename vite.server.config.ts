import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Builds the server and the operator's scripts as JavaScript (`npm run build`). Packages are not bundled. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        server: 'server/main.ts',
        ingest: 'scripts/ingest.ts',
        operate: 'scripts/operate.ts',
        releases: 'scripts/releases.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      checks: { pluginTimings: false },
    },
  },
});
