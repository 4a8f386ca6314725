/** Style of the page. Text has a contrast of at least 4.5 to 1. */
export const PAGE_STYLE = `
:root { color-scheme: light dark;
  --paper: light-dark(#f6f7f9, #0f1216); --card: light-dark(#fff, #171b21);
  --line: light-dark(#d5dae1, #333a44); --ink: light-dark(#1b1f24, #e8ebef);
  --soft: light-dark(#57606a, #a3adb9); --accent: light-dark(#0b57c2, #7db4ff);
  --bad: light-dark(#b3121a, #ff8f8f); --good: light-dark(#146c2e, #7fd694); }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
header, main, footer { max-width: 1320px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 32px; }
h1 { font-size: 26px; line-height: 1.2; margin: 0 0 4px; letter-spacing: -.01em; }
h2 { font-size: 19px; margin: 36px 0 12px; display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: baseline; scroll-margin-top: 72px; }
h2 small, dt small { font-size: 14px; font-weight: 400; color: var(--soft); }
h3 { font: 600 15px/1.3 ui-monospace, monospace; margin: 0; overflow-wrap: anywhere; }
section { scroll-margin-top: 60px; }
a { color: var(--accent); } p { margin: 0; } .soft { color: var(--soft); }
.verdict { font-size: 17px; font-weight: 600; } .bad { color: var(--bad); } .good { color: var(--good); }
td.bad a { color: inherit; font-weight: 600; }
table { border-collapse: collapse; margin-top: 16px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
th, td { padding: 6px 16px; text-align: right; font-variant-numeric: tabular-nums; } th:first-child { text-align: left; }
thead th { color: var(--soft); font-weight: 400; font-size: 14px; } tbody tr { border-top: 1px solid var(--line); } tbody th { font-weight: 600; }
.tools { position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1px solid var(--line); margin-top: 20px; }
.tools form { max-width: 1320px; margin: 0 auto; padding: 10px 24px; display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; }
.tools input[type=search] { font: inherit; padding: 4px 10px; border: 1px solid var(--line); border-radius: 7px; background: var(--card); color: inherit; width: 16em; max-width: 100%; }
.tools output { color: var(--soft); }
fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; align-items: center; gap: 4px; min-width: 0; }
legend { float: left; padding: 0 8px 0 0; color: var(--soft); }
fieldset label { position: relative; }
fieldset input { position: absolute; inset: 0; opacity: 0; cursor: pointer; width: 100%; height: 100%; margin: 0; }
fieldset span { display: block; white-space: nowrap; padding: 4px 11px; border: 1px solid var(--line); border-radius: 7px; background: var(--card); }
fieldset input:checked + span { background: var(--accent); border-color: var(--accent); color: var(--card); font-weight: 600; }
:focus-visible, fieldset input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 560px), 1fr)); gap: 16px; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px; content-visibility: auto; contain-intrinsic-size: auto 320px; min-width: 0; }
article > p { font-size: 14px; margin-top: 2px; overflow-wrap: anywhere; }
.tag { display: inline-block; padding: 0 8px; border: 1px solid var(--line); border-radius: 99px; color: var(--soft); }
.three { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 12px; margin-top: 12px; }
figure { margin: 0; min-width: 0; } figcaption { font-size: 13px; color: var(--soft); text-align: center; margin-top: 6px; }
img { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 8px; }
details { margin-top: 16px; } summary { cursor: pointer; color: var(--soft); }
dl { margin: 8px 0 0; } dt { font-weight: 600; margin-top: 8px; } dd { margin: 0; font-size: 14px; overflow-wrap: anywhere; }
footer { padding: 40px 24px; color: var(--soft); font-size: 14px; }
@media (max-width: 560px) { header, main, footer { padding-inline: 14px; } .tools { position: static; } .tools form { padding-inline: 14px; } .three { gap: 6px; } article { padding: 12px; } th, td { padding: 6px; } thead th { font-size: 13px; } tbody th { overflow-wrap: anywhere; } table { width: 100%; } }
`;
