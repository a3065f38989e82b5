import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The server and what an operator runs beside it, as plain JavaScript: `npm run build`. Packages stay packages. */
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
