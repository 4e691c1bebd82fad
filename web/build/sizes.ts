import type { Plugin, Rollup } from 'vite';
import { brotli } from './compressed.ts';

/** What parts of the viewer weigh on the wire, in bytes as brotli packs them. */
export interface Sizes {
  /** What an article loads before anybody touches the embedded map: its script with one language. The picture comes on top. */
  article: number;
  /** What is loaded on top when somebody opens it: MapLibre with its worker, its fonts, and our own script. Tiles come on top. */
  map: number;
  /** Of that, MapLibre with its worker. */
  maplibre: number;
  /** Our own script on the first view of the map page, with one language. */
  page: number;
}

/** The weight of what entries load, from the finished bundle, as `sizes.json` beside it: the docs and the builder tell it, a test keeps it. */
export function sizes(): Plugin {
  return {
    name: 'terrikon:sizes',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        this.emitFile({ type: 'asset', fileName: 'sizes.json', source: JSON.stringify(measure(bundle)) });
      },
    },
  };
}

function measure(bundle: Rollup.OutputBundle): Sizes {
  const chunks = new Map(
    Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [[output.fileName, output] as const] : [])),
  );
  const weight = (name: string): number => {
    const output = bundle[name];
    if (!output) return 0;
    return brotli(output.type === 'chunk' ? output.code : output.source).length;
  };
  const total = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + weight(name), 0);
  /** A chunk with all that it can't run without. */
  const closure = (name: string, found = new Set<string>()): Set<string> => {
    if (found.has(name) || !chunks.has(name)) return found;
    found.add(name);
    for (const needed of chunks.get(name)?.imports ?? []) closure(needed, found);
    return found;
  };
  const holding = (module: RegExp): string[] =>
    [...chunks.values()]
      .filter(({ moduleIds }) => moduleIds.some((id) => module.test(id)))
      .map(({ fileName }) => fileName);
  const union = (...modules: RegExp[]): Set<string> => {
    const found = new Set<string>();
    for (const module of modules) for (const name of holding(module)) closure(name, found);
    return found;
  };
  const library = new Set([
    ...holding(/maplibre-gl\/dist\/maplibre-gl\.mjs$/),
    ...Object.keys(bundle).filter((name) => /maplibre-gl-worker.*\.mjs$/.test(name)),
  ]);
  const article = union(/src\/embed\/terrikon\.ts$/, /ru\.ftl\?part=embed$/);
  const opened = union(/src\/embed\/interactive\.ts$/);
  const page = union(
    /src\/main\.ts$/,
    /src\/elements\/terrikon-app\.ts$/,
    /src\/map\/(create|pin)\.ts$/,
    /ru\.ftl\?part=viewer$/,
  );
  const without = (names: Set<string>, left: Set<string>) => [...names].filter((name) => !left.has(name));
  return {
    article: total(article),
    map: total(without(opened, new Set([...article, ...library]))) + total(library) + fonts(bundle),
    maplibre: total(library),
    page: total(without(page, library)),
  };
}

/** The files that labels in Cyrillic need. */
function fonts(bundle: Rollup.OutputBundle): number {
  const used = Object.values(bundle).filter(({ fileName }) =>
    /sans-(latin|cyrillic)(-italic)?-[\w-]{8}\.woff2$/.test(fileName),
  );
  return used.reduce((sum, output) => sum + (output.type === 'asset' ? Buffer.byteLength(output.source) : 0), 0);
}
