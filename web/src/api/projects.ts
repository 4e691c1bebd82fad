import type { Source } from '../model/hotspot';
import type { Project } from '../model/profile';
import { getJson } from './client';

/** Projects of a hotspot, with the sources that they cite. */
export interface Projects {
  projects: Project[];
  sources: Record<string, Source>;
}

interface Features<P> {
  features: { id: string; properties: P }[];
}

/** What is being done about a hotspot. Times don't narrow it: what has ended counts, too. */
export async function fetchProjects(hotspot: string, lang: string, signal?: AbortSignal): Promise<Projects> {
  const filter = `A_CONTAINS(hotspots, ('${hotspot.replaceAll("'", "''")}'))`;
  const parameters = { filter, lang, limit: 100, skipGeometry: 'true' };
  const { features } = await getJson<Features<Project>>('/api/collections/projects/items', parameters, signal);
  const projects = features.map(({ id, properties }) => ({ ...properties, id }));
  const ids = [...new Set(projects.flatMap(({ source }) => source ?? []))];
  const cited = await Promise.all(
    ids.map((id) =>
      getJson<{ properties: Source }>(`/api/collections/sources/items/${encodeURIComponent(id)}`, {}, signal),
    ),
  );
  return { projects, sources: Object.fromEntries(cited.map(({ properties }) => [properties.id, properties])) };
}
