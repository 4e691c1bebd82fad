import { css } from 'lit';

/** A page of its own that is read: a line above a sheet of paper in the middle of the window. */
export const readPage = css`
  :host {
    display: block;
    min-height: 100%;
    background: var(--ground);
  }
  header,
  main {
    max-width: 1040px;
    margin: 0 auto;
    padding: 0 20px;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
    justify-content: space-between;
    min-height: 56px;
  }
  header a {
    padding: 10px 0;
  }
  main {
    padding-block: 24px 40px;
    border-radius: 14px 14px 0 0;
    background: var(--paper);
    box-shadow: var(--shadow);
  }
  h1 {
    font-size: 27px;
    line-height: 34px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
`;
