import { Task, TaskStatus } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import { type Contents, fetchContents, fetchHotspot, fetchHotspots, fetchOblasts } from '../api/hotspots';
import type { Hotspot, Oblast } from './hotspot';
import type { Shading } from './shading';
import { dayLike, today } from './timeline';
import type { ViewState } from './view-state';

/** What the server holds for the present view; fetched again when the view asks for something else. */
export class ViewData {
  private readonly matching: Task<readonly unknown[], Hotspot[]>;
  private readonly opened: Task<readonly unknown[], Hotspot | undefined>;
  private readonly areas: Task<readonly unknown[], Oblast[]>;
  private readonly landing: Task<readonly unknown[], Contents>;
  private readonly shaded: Task<readonly unknown[], Shading | undefined>;

  constructor(
    host: ReactiveControllerHost,
    private readonly view: () => ViewState,
    /** Called when the hotspot of the address has come. */
    opened: (hotspot: Hotspot) => void,
  ) {
    this.matching = new Task(host, {
      args: () => [view().kinds.join(), view().oblast, this.day, view().lang],
      task: (_, { signal }) => fetchHotspots({ ...view(), date: this.day }, view().lang, signal),
    });
    this.opened = new Task(host, {
      args: () => [view().selected, this.day, view().lang],
      task: async (_, { signal }) => {
        const { selected, lang } = view();
        return selected ? fetchHotspot(selected, lang, this.day, signal) : undefined;
      },
      onComplete: (hotspot) => hotspot && opened(hotspot),
    });
    this.areas = new Task(host, {
      args: () => [this.day, view().lang],
      task: (_, { signal }) => fetchOblasts(view().lang, this.day, signal),
    });
    this.landing = new Task(host, { args: () => [], task: () => fetchContents() });
    this.shaded = new Task(host, {
      args: () => [view().shade, view().date, view().lang],
      task: async (_, { signal }) => {
        const { shade, date, lang } = view();
        if (!shade) return undefined;
        const { fetchShading } = await import('../api/shading');
        return fetchShading(shade, date, lang, signal);
      },
    });
  }

  /** The hotspots that the filters let through; undefined until they have come. */
  get hotspots(): Hotspot[] | undefined {
    return this.matching.value;
  }

  /** The hotspot of the address, once it is here; a former one is not given under a new address. */
  get selected(): Hotspot | undefined {
    const hotspot = this.opened.value;
    return hotspot && String(hotspot.id) === this.view().selected ? hotspot : undefined;
  }

  get oblasts(): Oblast[] {
    return this.areas.value ?? [];
  }

  get release(): string {
    return this.landing.value?.release ?? '';
  }

  /** The days on which anything came or went. */
  get changes(): string[] {
    return this.landing.value?.changes ?? [];
  }

  /** A day that looks the same as the one of the address; none is today. */
  get day(): string | undefined {
    return dayLike(this.view().date, this.changes, today());
  }

  /** What oblasts are shaded by; the last day's stays until the next one's is here, that of another choice does not. */
  get shading(): Shading | undefined {
    const shading = this.shaded.value;
    return shading?.indicator === this.view().shade ? shading : undefined;
  }

  get pending(): boolean {
    return [this.matching, this.opened, this.shaded].some((task) => task.status === TaskStatus.PENDING);
  }

  /** What was thrown where something failed. */
  get problem(): unknown {
    return this.failed?.error;
  }

  retry(): void {
    void this.failed?.run();
  }

  private get failed() {
    return [this.opened, this.matching, this.shaded].find((task) => task.status === TaskStatus.ERROR);
  }
}
