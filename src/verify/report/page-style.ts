/** Style of the page of differences, after that of all reports. */
export const PAGE_STYLE = `
:root { --side: 160px; }
.verdict { font-weight: 600; }
.summary { margin-top: var(--space-3); border: 1px solid var(--line); border-radius: var(--radius-small); border-collapse: separate; border-spacing: 0; }
.summary th, .summary td { padding: 6px var(--space-4); text-align: right; font-variant-numeric: tabular-nums; }
.summary thead th { border: 0; overflow-wrap: normal; } .summary th:first-child { text-align: left; } .summary tbody th { color: var(--text); font-weight: 600; }
.summary .bad a { color: inherit; font-weight: 600; }
.cards { --card: calc(3 * (var(--side) + 14px) + 50px); --card-height: 330px; }
.card > p + p { margin-top: 2px; } .uses .badge { margin-inline-end: var(--space-1); }
section > p + details { margin-top: var(--space-2); } details { margin-top: var(--space-4); } summary { cursor: pointer; color: var(--soft); }
dl { margin-top: var(--space-2); } dt { margin-top: var(--space-2); font-weight: 600; } dd { overflow-wrap: anywhere; font-size: var(--size-note); }
@media (max-width: 1099px) { :root { --side: 128px; } }
@media (max-width: 559px) { .summary { width: 100%; } .summary th, .summary td { padding-inline: 6px; } }
`;
