import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import zopfli from '@gfx/zopfli';
import { defineConfig, type Plugin } from 'vite';
import { icoOf, pngIcon } from './scripts/build/icons.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Asks for the typeface with the page, not after its style sheet, so that it is there for the first paint. */
const preloadType: Plugin = {
  name: 'preload-type',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    // A chart in a frame of another site may wait unseen for longer than browsers let what is preloaded wait.
    handler: (_html, { bundle, path }) =>
      Object.keys(path === '/index.html' ? (bundle ?? {}) : {})
        .filter((name) => name.endsWith('.woff2'))
        .map((name) => ({
          tag: 'link',
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            crossorigin: true,
            href: `./${name}`,
          },
          injectTo: 'head',
        })),
  },
};

/** Asks for the scripts at the page's end, when its styles and its typeface are under way: it paints without them. */
const paintFirst: Plugin = {
  name: 'paint-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const scripts =
        / *<(?:script type="module"|link rel="modulepreload")[^>]*>(?:<\/script>)?\n/g;
      const moved = html.match(scripts)!.join('');
      return html
        .replaceAll(scripts, '')
        .replace(/ *<\/body>/, (end) => moved + end)
        .replaceAll(/<(script type="module"|link rel="modulepreload")/g, '<$1 fetchpriority="low"');
    },
  },
};

/** What of a measure's declaration is for the server alone: its SQL, and long texts that pages ask the API for. */
const forServers = [
  'numerator',
  'denominator',
  'inExtract',
  'reported',
  'numeratorLabel',
  'denominatorLabel',
  'description',
  'whyItMatters',
  'publishedAs',
];

interface Node {
  type: string;
  start: number;
  end: number;
  key?: { name?: string };
}

/** Leaves that out of what browsers load. */
const lightMeasures: Plugin = {
  name: 'light-measures',
  apply: 'build',
  enforce: 'post',
  transform: {
    filter: { id: /\/data\/definitions\/measures\.ts$/ },
    handler(code) {
      const found: Node[] = [];
      const look = (node: unknown): void => {
        if (Array.isArray(node)) node.forEach(look);
        else if (node && typeof node === 'object') {
          const one = node as Node;
          if (one.type === 'Property' && forServers.includes(one.key?.name ?? '')) found.push(one);
          else Object.values(node).forEach(look);
        }
      };
      look(this.parse(code));
      if (!found.length) this.error('nothing of the measures was found to leave out');
      let left = code;
      for (const { start, end } of found.sort((a, b) => b.start - a.start)) {
        left = left.slice(0, start) + left.slice(end).replace(/^\s*,/, '');
      }
      return left;
    },
  },
};

/** Packs scripts and styles once, as tightly as can be, instead of at each request. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  async writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle).filter((one) => /\.(js|css)$/.test(one))) {
      const file = join(dir!, name);
      const plain = readFileSync(file);
      // The last step of brotli would take twice as long for two percent.
      const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };
      writeFileSync(`${file}.br`, brotliCompressSync(plain, { params }));
      writeFileSync(`${file}.gz`, await gzipped(plain));
    }
  },
};

/** Makes the icons that are asked for as pictures out of the drawn one. */
const pictured: Plugin = {
  name: 'pictured',
  apply: 'build',
  generateBundle() {
    const svg = readFileSync(folder('web/public/icon.svg'), 'utf8');
    const emit = (fileName: string, source: Buffer) =>
      this.emitFile({ type: 'asset', fileName, source });
    emit('favicon.ico', icoOf(pngIcon(svg, 48), 48));
    for (const width of [192, 512]) emit(`icon-${width}.png`, pngIcon(svg, width));
  },
};

/** Up to so many bytes are worth the time of the tightest gzip: all that pages need before they can be used. */
const worthZopfli = 100_000;

/** A file as gzip: the tightest there is where it takes a moment, which saves three percent. */
const gzipped = async (plain: Buffer): Promise<Uint8Array> =>
  plain.length > worthZopfli ? gzipSync(plain, { level: 9 }) : zopfli.gzipAsync(plain, {});

/** What the pages of places show, and other pages do without. */
const ofPlaces =
  /\/web\/(sections|questions)\/|\/web\/(figures|pages\/within|charts\/(stages|thousand|thousandForms|ordering))\.ts|\/data\/words\/(headlines|standing)\.ts/;

/** What pages about the data show, and those of figures do without. */
const ofSources = /\/web\/pages\/sourceTable\.ts/;

/** What Explore and its charts alone ask: what places are like besides their figures, and what each chart fits. */
const ofTraits =
  /\/data\/definitions\/(placeTraits|traits|references|practiceFilters)\.ts|\/web\/charts\/(choices|placesFit)\.ts/;

/** What figures are drawn and told by, which comes when any page can be used. */
const ofFigures =
  /\/web\/charts\/(kinds\/(?!reading)\w+|figureView|grid|kept|rows|shownFiles|queries|arrangedTable|kinds|chart|still|tiles|specs\/(panelsHeight|shapes|heights|room))\.ts|\/data\/(definitions\/tiles|words\/(findings|charts|pairs|time|usual))\.ts/;

/** Files that come with any page, with its own. */
const ofEveryPage = /\/(index|shared|templates|rowsAsColumns)-/;

export default defineConfig({
  plugins: [preloadType, paintFirst, lightMeasures, pictured, packed],
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
    modulePreload: {
      polyfill: false,
      // What every page has by then need not be named again in each file that brings more.
      resolveDependencies: (_, dependencies, { hostType }) =>
        hostType === 'js' ? dependencies.filter((one) => !ofEveryPage.test(one)) : dependencies,
    },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: { index: folder('web/index.html'), embed: folder('web/embed.html') },
      // Pages use Lit's templates and none of its elements: what only those need stays out.
      treeshake: {
        moduleSideEffects: (id) => !/\/(@lit\/reactive-element|lit-element)\//.test(id),
      },
      output: {
        // What several pages share comes as few files, that of the pages of places apart: many small ones would
        // each have to be asked for.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'templates',
              priority: 3,
              test: /\/(lit|lit-html|@lit-labs)\/|\/web\/markup\.ts|preload-helper/,
            },
            { name: 'places', minShareCount: 3, priority: 2, test: ofPlaces },
            { name: 'found', minShareCount: 2, priority: 3, test: /\/web\/foundPlace\.ts/ },
            { name: 'figures', minShareCount: 2, priority: 2, test: ofFigures },
            // Methods tells of these too, and has no use for the rest of what charts need.
            {
              name: 'told',
              priority: 3,
              test: /\/data\/definitions\/(bankHolidays|breakdowns|listSizes)\.ts/,
            },
            // Charts name events and write changes, and Methods does: neither needs the other.
            {
              name: 'events',
              priority: 3,
              test: /\/data\/(definitions\/annotations|words\/signed)\.ts/,
            },
            { name: 'sources', minShareCount: 2, priority: 2, test: ofSources },
            { name: 'traits', minShareCount: 2, priority: 2, test: ofTraits },
            {
              name: 'shared',
              minShareCount: 3,
              priority: 1,
              test: /\/(web|data|server)\//,
            },
          ],
        },
      },
    },
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
