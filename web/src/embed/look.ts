import { css, unsafeCSS } from 'lit';
import { paletteRules } from '../model/symbols';
import { canvasRules } from '../styles/canvas';
import { controls } from '../styles/controls';
import tokens from '../styles/tokens.css?inline';

/** What an embedded map looks like: in the letters of the page around it, in our colours. */
export const look = [
  unsafeCSS(tokens),
  unsafeCSS(paletteRules(':host', ":host([data-theme='dark'])")),
  controls,
  canvasRules,
  css`
    :host {
      display: block;
      box-sizing: border-box;
      container-type: inline-size;
      border: 1px solid var(--line);
      border-radius: 10px;
      overflow: hidden;
      background: var(--paper);
      color: var(--ink);
      font: 14px / 20px var(--terrikon-font, system-ui, sans-serif);
      text-align: start;
    }
    :host([hidden]) {
      display: none;
    }
    section {
      display: flex;
      flex-direction: column;
      height: 100%;
    }
    .stage {
      position: relative;
      flex: 1 1 auto;
      min-height: 220px;
      aspect-ratio: 4 / 3;
      max-height: 85vh;
      background: var(--ground);
    }
    @container (min-width: 640px) {
      .stage {
        aspect-ratio: 16 / 9;
      }
    }
    :host([data-sized]) .stage {
      aspect-ratio: auto;
      max-height: none;
    }
    .fallback {
      position: absolute;
      inset: 0;
      padding: 14px;
      overflow: auto;
    }
    .still,
    #canvas {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
    }
    .still {
      object-fit: contain;
    }
    .open {
      position: absolute;
      right: 10px;
      bottom: 10px;
      min-height: 44px;
      padding: 0 16px;
      border: 1px solid var(--edge);
      border-radius: 10px;
      background: var(--paper);
      box-shadow: var(--shadow);
      font-weight: 600;
    }
    .open:hover {
      background: var(--raised);
    }
    .wait {
      position: absolute;
      top: 0;
      left: 0;
      width: 100%;
      height: 3px;
      background: var(--focus);
      opacity: 0.7;
    }
    .note {
      padding: 8px 12px;
      background: var(--caution);
      color: var(--caution-ink);
      font-size: 13px;
    }
    .note .plain {
      color: var(--ink);
    }
    .buttons {
      position: absolute;
      top: 10px;
      right: 10px;
      display: grid;
      border-radius: 10px;
      background: var(--paper);
      box-shadow: var(--shadow);
    }
    .icon {
      width: 44px;
      height: 44px;
    }
    .card {
      position: absolute;
      right: 8px;
      bottom: 8px;
      left: 8px;
      display: grid;
      grid-template-columns: 22px 1fr auto;
      gap: 10px;
      max-width: 460px;
      padding: 10px 6px 12px 12px;
      border-radius: 10px;
      background: var(--paper);
      box-shadow: var(--shadow);
    }
    h2 {
      font-size: 15px;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    h2:focus {
      outline: none;
    }
    .card a,
    .back {
      display: inline-block;
      padding: 3px 0;
    }
    .card svg,
    li svg {
      width: 22px;
      height: 22px;
    }
    .card .icon {
      margin-top: -6px;
    }
    .icon svg {
      width: 20px;
      height: 20px;
      color: inherit;
    }
    .tailings {
      color: var(--map-tailings);
    }
    .dump {
      color: var(--map-dump);
    }
    .river {
      color: var(--map-river);
    }
    .lake {
      color: var(--map-lake);
    }
    .industrial_town {
      color: var(--map-industrial_town);
    }
    .other {
      color: var(--map-other);
    }
    .list {
      flex: none;
      border-top: 1px solid var(--line);
    }
    .list[open] {
      max-height: 45%;
      overflow-y: auto;
    }
    :host(:not([data-sized])) .list[open] {
      max-height: 320px;
    }
    summary {
      min-height: 40px;
      padding: 10px 12px;
      cursor: pointer;
    }
    summary:focus-visible {
      outline-offset: -3px;
    }
    li {
      border-top: 1px solid var(--line);
    }
    li a {
      display: grid;
      grid-template-columns: 22px 1fr;
      gap: 10px;
      padding: 9px 12px;
      color: inherit;
      text-decoration: none;
    }
    li a:hover {
      background: var(--raised);
    }
    li a:focus-visible {
      outline-offset: -3px;
    }
    li .second,
    .name {
      display: block;
    }
    .empty {
      padding: 0 12px 12px;
    }
    footer {
      display: flex;
      flex: none;
      flex-wrap: wrap;
      gap: 0 16px;
      align-items: center;
      justify-content: space-between;
      padding: 4px 12px;
      border-top: 1px solid var(--line);
      color: var(--ink-second);
      font-size: 12px;
      line-height: 18px;
    }
    footer summary {
      min-height: 24px;
      padding: 3px 0;
    }
    footer details[open] {
      flex-basis: 100%;
    }
    footer details p {
      padding-bottom: 6px;
    }
  `,
];
