import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { preferredLanguage } from '../i18n/languages';
import { readAddress, type ViewState, writeAddress } from './view-state';

/** Keeps the view's state and the address bar the same, in both directions. */
export class Navigation implements ReactiveController {
  state: ViewState;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Called when the reader goes back or forward. */
    private readonly travelled: (state: ViewState) => void,
  ) {
    this.state = this.read();
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.follow);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.follow);
  }

  /** A step that the back button undoes. */
  go(change: Partial<ViewState>): void {
    this.state = { ...this.state, ...change };
    history.pushState(null, '', writeAddress(this.state));
    this.host.requestUpdate();
  }

  /** A change of the present step, such as the map's position. */
  adjust(change: Partial<ViewState>): void {
    this.state = { ...this.state, ...change };
    history.replaceState(null, '', writeAddress(this.state));
    this.host.requestUpdate();
  }

  /** A change that is not yet done, such as that of a slider while it is dragged: browsers count writes to the address. */
  preview(change: Partial<ViewState>): void {
    this.state = { ...this.state, ...change };
    this.host.requestUpdate();
  }

  private read(): ViewState {
    return readAddress(new URL(location.href), preferredLanguage(navigator.languages));
  }

  private readonly follow = (): void => {
    this.state = this.read();
    this.host.requestUpdate();
    this.travelled(this.state);
  };
}
