import type { Hotspot, Oblast } from '../model/hotspot';
import { page } from '../model/page';
import { Problem } from './problem';
import type { Found } from './search';

/** What `terrikon export site` writes for a language. */
interface Listed {
  release: string;
  hotspots: Hotspot[];
  oblasts: { properties: Oblast }[];
}

type Parameters = Record<string, string | number | undefined>;

/** The status of what needs a service: nobody is there to answer. */
export const NEEDS_SERVICE = 501;

const HOTSPOTS = '/api/collections/hotspots/items';

/** What the service would answer, from the files beside a page that lies alone. */
export async function answerAlone(path: string, parameters: Parameters, signal?: AbortSignal): Promise<unknown> {
  const { lang = 'en', theme, q, kind, oblast } = parameters as Record<string, string | undefined>;
  if (path === '/style.json') return read(`style/${theme}-${lang}.json`, signal);
  const listed = await listedIn(lang);
  if (path === '/api') return { release: listed.release, changes: [] };
  if (path === '/api/collections/oblasts/items') return { features: listed.oblasts };
  if (path === '/api/search') return { results: found(listed, q ?? '') };
  if (path === HOTSPOTS) {
    const kinds = kind?.split(',');
    const passes = ({ properties }: Hotspot) =>
      (!kinds || kinds.includes(properties.kind)) && (!oblast || properties.oblast === oblast);
    return { features: listed.hotspots.filter(passes) };
  }
  if (path.startsWith(`${HOTSPOTS}/`)) {
    const id = decodeURIComponent(path.slice(HOTSPOTS.length + 1));
    const hotspot = listed.hotspots.find((hotspot) => String(hotspot.id) === id);
    if (hotspot) return hotspot;
    throw new Problem(404);
  }
  throw new Problem(NEEDS_SERVICE);
}

/** Hotspots with a name that holds the text; other places are known to the service alone. */
function found({ hotspots }: Listed, text: string): Found[] {
  const folded = text.toLocaleLowerCase();
  const matching = hotspots.filter(({ properties: { name, names } }) =>
    [name, ...Object.values(names ?? {})].some((name) => name.toLocaleLowerCase().includes(folded)),
  );
  return matching.slice(0, 10).map(({ id, properties }) => {
    const [lon = 0, lat = 0] = properties.position ?? [];
    const { name, name_lang, oblast_name } = properties;
    return { type: 'hotspot', id: String(id), name, name_lang, lon, lat, context: oblast_name ?? null };
  });
}

const kept = new Map<string, Promise<Listed>>();

function listedIn(lang: string): Promise<Listed> {
  let listed = kept.get(lang);
  if (!listed) {
    listed = read(`data/${lang}.json`) as Promise<Listed>;
    kept.set(lang, listed);
    // What failed is asked for again.
    listed.catch(() => kept.delete(lang));
  }
  return listed;
}

async function read(file: string, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(new URL(file, new URL(page.path, location.origin)), signal ? { signal } : {}).catch(
    (error) => {
      if (signal?.aborted) throw error;
      throw new Problem(0);
    },
  );
  if (!response.ok) throw new Problem(response.status);
  return response.json();
}
