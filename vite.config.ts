import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzipSync } from 'node:zlib';
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
    // Only for index.html: a chart in another site's frame may stay unseen for so long that browsers warn that a
    // preloaded file was not used.
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

/** Moves the scripts to the end of the page, so that its styles and typeface load first: the page paints without scripts. */
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

/** What only the server needs, by the modules that contain it: the fields of every object, or of those with `where`. */
const forServers = [
  {
    // SQL, and long texts that pages fetch from the API.
    modules: /\/data\/definitions\/measures\.ts$/,
    fields: [
      'numerator',
      'denominator',
      'inExtract',
      'reported',
      'numeratorLabel',
      'denominatorLabel',
      'description',
      'whyItMatters',
      'publishedAs',
    ],
  },
  {
    // What pages tell search engines (see `describe`).
    modules: /\/web\/(pages\/\w+|later)\.ts$/,
    where: 'crumbs',
    fields: ['description', 'card', 'dataset'],
  },
];

interface Node {
  type: string;
  start: number;
  end: number;
  key?: { name?: string };
  properties?: Node[];
}

const nameOf = ({ key }: Node): string => key?.name ?? '';

/** Leaves that out of what browsers load. */
const lighter: Plugin = {
  name: 'lighter',
  apply: 'build',
  enforce: 'post',
  transform: {
    filter: { id: forServers.map(({ modules }) => modules) },
    handler(code, id) {
      const { fields, where } = forServers.find(({ modules }) => modules.test(id))!;
      const found: Node[] = [];
      const look = (node: unknown): void => {
        if (Array.isArray(node)) node.forEach(look);
        else if (node && typeof node === 'object') {
          const { type, properties = [] } = node as Node;
          const isMeant =
            type === 'ObjectExpression' &&
            (!where || properties.some((one) => nameOf(one) === where));
          const without = properties.filter((one) => isMeant && fields.includes(nameOf(one)));
          found.push(...without);
          for (const part of Object.values(node)) {
            look(Array.isArray(part) ? part.filter((one) => !without.includes(one)) : part);
          }
        }
      };
      look(this.parse(code));
      if (!where && !found.length) this.error(`nothing was found to leave out of ${id}`);
      let left = code;
      for (const { start, end } of found.sort((a, b) => b.start - a.start)) {
        left = left.slice(0, start) + left.slice(end).replace(/^\s*,/, '');
      }
      return left;
    },
  },
};

/** Compresses scripts and styles once, at the build, instead of at each request. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  async writeBundle({ dir }, bundle) {
    const names = Object.keys(bundle).filter((one) => /\.(js|css)$/.test(one));
    const pack = async (name: string) => {
      const file = join(dir!, name);
      const plain = readFileSync(file);
      // Brotli's highest level, 11, would take twice as long to save another 2%.
      const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };
      const brotli = promisify(brotliCompress)(plain, { params });
      writeFileSync(`${file}.gz`, await gzipped(plain));
      writeFileSync(`${file}.br`, await brotli);
    };
    await Promise.all(names.map(pack));
  },
};

/** Makes the bitmap icons from the SVG icon. */
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

/** Zopfli is worth its time up to this many bytes: every file that pages need before they can be used is smaller. */
const worthZopfli = 100_000;

/** To split a file into blocks is worth the time from this many bytes. */
const worthSplitting = 10_000;

/**
 * A file as gzip. Small files are compressed with Zopfli, which is slower and saves 3%. With its own settings it would
 * take three times as long and save another 0.02%.
 */
const gzipped = async (plain: Buffer): Promise<Uint8Array> =>
  plain.length > worthZopfli
    ? gzipSync(plain, { level: 9 })
    : zopfli.gzipAsync(plain, {
        numiterations: 10,
        blocksplitting: plain.length > worthSplitting,
        blocksplittingmax: 4,
      });

/** Modules that only the pages of places need. */
const ofPlaces =
  /\/web\/(sections|questions)\/|\/web\/(figures|pages\/(within|fetchWithin|withinWords)|charts\/(stages|thousand|thousandForms|ordering))\.ts|\/data\/words\/(headlines|standing)\.ts/;

/** Modules that pages about the data need, and pages with figures do not. */
const ofSources = /\/web\/pages\/sourceTable\.ts/;

/** Modules that only Explore and its charts need: traits of places, and which chart suits which choice. */
const ofTraits =
  /\/data\/definitions\/(placeTraits|traits|references|practiceFilters)\.ts|\/web\/charts\/(choices|placesFit)\.ts/;

/** Modules that draw and describe figures; they load once the page can be used. */
const ofFigures =
  /\/web\/charts\/(kinds\/(?!chartPlace)\w+|figureView|grid|kept|rows|shownFiles|queries|arrangedTable|kinds|chart|still|taking|tiles|specs\/(panelsHeight|shapes|heights|room))\.ts|\/data\/(definitions\/tiles|statistics\/(deciles|figureInterval|normal|wilson)|words\/(findings|charts|ends|pairs|ranges|supplierChange|time|usual))\.ts/;

/** Files that every page loads besides its own. */
const ofEveryPage = /\/(index|shared|templates|rowsAsColumns)-/;

export default defineConfig({
  plugins: [preloadType, paintFirst, lighter, pictured, packed],
  root: folder('web'),
  // Relative links, so that the same build works under any path.
  base: './',
  publicDir: folder('web/public'),
  build: {
    outDir: folder('dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: the pages' Content-Security-Policy allows no data: URLs for fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // Files that every page has already loaded need not be listed again.
      resolveDependencies: (_, dependencies, { hostType }) =>
        hostType === 'js' ? dependencies.filter((one) => !ofEveryPage.test(one)) : dependencies,
    },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: { index: folder('web/index.html'), embed: folder('web/embed.html') },
      // Pages use Lit's templates but not its elements, so modules for elements are left out.
      treeshake: {
        moduleSideEffects: (id) => !/\/(@lit\/reactive-element|lit-element)\//.test(id),
      },
      output: {
        // Modules that several pages share go into a few files, as each of many small files would be a request.
        // Those of the pages of places are separate.
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
            // Compare needs these, and so do charts of several places or of a group.
            { name: 'sides', priority: 3, test: /\/data\/words\/(sides|group)\.ts/ },
            // The Methods page needs these too, but not the rest of what charts need.
            {
              name: 'told',
              priority: 3,
              test: /\/data\/definitions\/(bankHolidays|breakdowns|listSizes)\.ts/,
            },
            // Charts and other pages both need these words, and neither needs the rest of the other.
            {
              name: 'events',
              priority: 3,
              test: /\/data\/(definitions\/annotations|words\/(signed|inequality|variance|supplierCaution))\.ts/,
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
      // Vite's defaults, which setting a list replaces, and the folders of data.
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
