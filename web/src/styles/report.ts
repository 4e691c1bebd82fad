import { css } from 'lit';

/** What headings, tables and rows look like on a page that is read rather than used. */
export const report = css`
  h2 {
    font-size: 19px;
    line-height: 26px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 15px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 13px;
    line-height: 19px;
  }
  th,
  td {
    padding: 6px 12px 6px 0;
    border-bottom: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
  }
  th {
    color: var(--ink-second);
    font-weight: 400;
  }
  .number {
    text-align: right;
    white-space: nowrap;
  }
  .doubt {
    padding: 0 5px;
    border-radius: 4px;
    background: var(--caution);
    color: var(--caution-ink);
    font-size: 13px;
  }
  .note {
    padding: 8px 12px;
    border-radius: 10px;
    background: var(--caution);
    color: var(--caution-ink);
    font-size: 13px;
    line-height: 19px;
  }
  details summary {
    min-height: 44px;
    padding: 11px 0;
    cursor: pointer;
  }
`;
