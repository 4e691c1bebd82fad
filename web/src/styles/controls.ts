import { css } from 'lit';

/** What buttons, fields, links and hidden labels look like in every element. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  a {
    color: var(--link);
    text-underline-offset: 2px;
    overflow-wrap: anywhere;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .second {
    color: var(--ink-second);
    font-size: 13px;
    line-height: 19px;
  }
  .field,
  .plain {
    min-height: 40px;
    border: 1px solid var(--edge);
    border-radius: 10px;
    background: var(--paper);
    padding: 0 12px;
  }
  .plain:hover {
    background: var(--raised);
  }
  .icon {
    display: inline-grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border: 0;
    border-radius: 10px;
    background: none;
    padding: 0;
  }
  .icon:hover {
    background: var(--raised);
  }
  .icon svg {
    width: 20px;
    height: 20px;
  }
  @media (max-width: 767px) {
    .field,
    .plain,
    .icon {
      min-width: 44px;
      min-height: 44px;
    }
  }
  .tag {
    color: var(--ink-second);
    font-size: 12px;
    font-weight: 400;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
