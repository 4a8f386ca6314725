/** Style of the page. Text has a contrast of at least 4.5 to 1. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --side: 128px; --mix: 50%;
  --paper: light-dark(#f6f7f9, #0f1216); --card: light-dark(#fff, #171b21);
  --line: light-dark(#d5dae1, #333a44); --ink: light-dark(#1b1f24, #e8ebef);
  --soft: light-dark(#57606a, #a3adb9); --accent: light-dark(#0b57c2, #7db4ff);
  --gone: light-dark(#b34400, #ff9a52); --new: light-dark(#0b5cc2, #6fb0ff); }
:root[data-theme=light] { color-scheme: light; }
:root[data-theme=dark] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
header, main, footer { max-width: 1240px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 32px; }
h1 { font-size: 26px; line-height: 1.2; margin: 0 0 4px; letter-spacing: -.01em; overflow-wrap: anywhere; }
h1 code { font: inherit; color: var(--soft); }
section { scroll-margin-top: 56px; }
h2 { font-size: 19px; margin: 40px 0 12px; display: flex; gap: 10px; align-items: baseline; }
h2 small { font-size: 14px; font-weight: 400; color: var(--soft); }
h3 { font: 600 15px/1.3 ui-monospace, monospace; margin: 0; overflow-wrap: anywhere; }
a { color: var(--accent); }
p { margin: 0; } .soft, dt { color: var(--soft); }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 8px; padding: 0; margin: 16px 0 0; }
nav a { display: block; padding: 5px 12px; border: 1px solid var(--line); border-radius: 99px; background: var(--card); text-decoration: none; color: var(--ink); }
nav b { font-variant-numeric: tabular-nums; }
.tools { position: sticky; top: 0; z-index: 2; background: var(--paper); border-bottom: 1px solid var(--line); margin-top: 20px; }
.tools form { max-width: 1240px; margin: 0 auto; padding: 10px 24px; display: flex; flex-wrap: wrap; gap: 8px 24px; }
fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; align-items: center; gap: 4px; min-width: 0; }
legend { float: left; padding: 0 8px 0 0; color: var(--soft); }
fieldset label { position: relative; }
fieldset input { position: absolute; inset: 0; opacity: 0; cursor: pointer; width: 100%; height: 100%; margin: 0; }
fieldset span { display: block; white-space: nowrap; padding: 4px 11px; border: 1px solid var(--line); border-radius: 7px; background: var(--card); }
fieldset input:checked + span { background: var(--accent); border-color: var(--accent); color: var(--card); font-weight: 600; }
:focus-visible, fieldset input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 560px), 1fr)); gap: 16px; }
.small { grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr)); }
article { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px; content-visibility: auto; contain-intrinsic-size: auto 320px; min-width: 0; }
article > p { font-size: 14px; margin-top: 2px; }
.big { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 12px; margin-top: 14px; }
.small .big { grid-template-columns: 1fr; }
figure { margin: 0; min-width: 0; } figcaption { font-size: 13px; color: var(--soft); text-align: center; margin-top: 6px; }
.tile { display: grid; place-items: center; aspect-ratio: 1; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; padding: 8px;
  background: conic-gradient(light-dark(#f4f5f7, #1d222a) 25%, transparent 0 50%, light-dark(#f4f5f7, #1d222a) 0 75%, transparent 0) 0 0 / 16px 16px; }
.tile > svg, .tile > img { grid-area: 1 / 1; width: min(100%, var(--side)); height: min(100%, var(--side)); }
.tile > img { image-rendering: pixelated; }
.key { display: inline-block; width: 10px; height: 10px; border-radius: 2px; background: #e66100; } .key.new { background: #1a85ff; }
.mix { display: none; margin-top: 14px; --fit: min(100%, var(--side) * 2); }
.mix .tile { max-width: 320px; margin: 0 auto; }
.mix .tile > svg { width: var(--fit); height: var(--fit); }
.mix label { display: flex; gap: 10px; align-items: center; max-width: 320px; margin: 8px auto 0; font-size: 13px; color: var(--soft); }
.mix input { flex: 1; accent-color: var(--accent); min-width: 0; }
[data-view=slider] .mix, [data-view=onion] .mix { display: block; }
[data-view=slider] .changes .big, [data-view=onion] .changes .big { display: none; }
[data-view=slider] .mix .tile { position: relative; }
[data-view=slider] .mix .was { clip-path: inset(0 calc(100% - var(--mix)) 0 0); }
[data-view=slider] .mix .is { clip-path: inset(0 0 0 var(--mix)); }
[data-view=slider] .mix .tile::after { content: ''; position: absolute; inset: 0 auto 0 calc((100% - min(100% - 16px, var(--side) * 2)) / 2 + min(100% - 16px, var(--side) * 2) * var(--at, .5)); border-left: 1px solid var(--accent); }
[data-view=onion] .mix .was { opacity: calc(1 - var(--at, .5)); } [data-view=onion] .mix .is { opacity: var(--at, .5); }
.strips { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; margin-top: 12px; }
.strip { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; padding: 10px 12px; border-radius: 8px; min-height: 68px; }
.strip.light { color-scheme: light; background: #fff; color: #1b1f24; border: 1px solid #d5dae1; }
.strip.dark { color-scheme: dark; background: #0d1117; color: #e8ebef; border: 1px solid #333a44; }
.strip div { display: flex; gap: 8px; align-items: center; font-size: 12px; }
.strip span { color: #57606a; min-width: 3.6em; } .dark span { color: #a3adb9; } .small .strip span { display: none; }
table { border-collapse: collapse; width: 100%; font-size: 14px; margin-top: 10px; }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-weight: 400; color: var(--soft); }
del { color: var(--gone); text-decoration: none; } ins { color: var(--new); text-decoration: none; }
footer { padding: 48px 24px; color: var(--soft); font-size: 14px; }
.changelog li { margin: 2px 0; } .changelog h3 { font-family: inherit; margin: 12px 0 0; } .changelog ul { margin: 4px 0; padding-left: 22px; }
.sprite { position: absolute; width: 0; height: 0; overflow: hidden; }
@media (max-width: 560px) { header, main, footer { padding-inline: 14px; } .strips { grid-template-columns: 1fr; } .big { gap: 6px; } .tools { position: static; } }
`;
