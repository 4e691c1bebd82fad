import { css } from 'lit';

/** Where the map, the sheet and the link past the map lie. */
export const layout = css`
  :host {
    display: block;
    position: relative;
    height: 100dvh;
    overflow: hidden;
  }
  @media print {
    :host {
      height: auto;
      overflow: visible;
    }
    main > :not(print-page),
    .skip {
      display: none;
    }
  }
  .skip {
    position: absolute;
    z-index: 5;
    top: 8px;
    left: 50%;
    padding: 8px 14px;
    border-radius: 10px;
    background: var(--paper);
    box-shadow: var(--shadow);
    transform: translate(-50%, -80px);
  }
  .skip:focus {
    transform: translate(-50%, 0);
  }
  @media print {
    :host([printed]) {
      height: auto;
      overflow: visible;
    }
    :host([printed]) main,
    :host([printed]) .skip {
      display: none;
    }
  }
  @media (max-width: 767px) {
    map-view {
      --sheet-height: 50dvh;
    }
    map-view.peek {
      --sheet-height: 120px;
    }
    map-view.full {
      visibility: hidden;
    }
  }
`;
