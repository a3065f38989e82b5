import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: folder('web'),
  // Relative links, so that the same build works under any prefix.
  base: './',
  publicDir: folder('web/public'),
  build: {
    outDir: folder('dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: the page's Content-Security-Policy allows no data: address for type or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  css: {
    preprocessorOptions: {
      scss: { loadPaths: [folder('node_modules')], quietDeps: true },
    },
  },
  server: {
    fs: {
      // The defaults, which a list of one's own replaces, and the folder of the data.
      deny: [
        '.env',
        '.env.*',
        '*.{crt,pem}',
        '**/.git/**',
        '**/data/releases/**',
        '**/data/illustrative/**',
      ],
    },
  },
});
