import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * The page of a hotspot as the server wrote it, within the element that takes its place: it is read until the same is here, then kept
 * for paper, as it says more than a map with its panel.
 */
export class WrittenPage implements ReactiveController {
  /** Whether it is still what the reader reads. */
  shown: boolean;
  private readonly kept = document.createDocumentFragment();
  private readonly path = location.pathname;
  private readonly lang = document.documentElement.lang;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    this.shown = /^\/hotspots\//.test(this.path) && host.childElementCount > 0;
    if (!this.shown) host.replaceChildren();
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.print);
    window.addEventListener('afterprint', this.put);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.print);
    window.removeEventListener('afterprint', this.put);
  }

  /** Whether the reader is still at its address. */
  get isHere(): boolean {
    return location.pathname === this.path;
  }

  /** Takes it away for what has come in its place. Says whether the keyboard was in it. */
  readonly put = (): boolean => {
    const focused = this.host.contains(document.activeElement);
    this.kept.append(...this.host.childNodes);
    this.host.removeAttribute('printed');
    this.shown = false;
    this.host.requestUpdate();
    return focused;
  };

  /** Paper gets it back, if it is of what the reader sees. */
  private readonly print = (): void => {
    const same = this.isHere && document.documentElement.lang === this.lang;
    if (this.shown || !same || !this.kept.hasChildNodes()) return;
    this.host.append(this.kept);
    this.host.setAttribute('printed', '');
  };
}
