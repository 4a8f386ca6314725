/** Style of what all reports have. Colors and measures come from the design tokens. */
export const REPORT_STYLE = `
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--sunken); color: var(--text); font: var(--size-body) / 1.5 var(--font); -webkit-text-size-adjust: 100%; }
h1, h2, h3, p, ul, figure, fieldset, dl, dd { margin: 0; padding: 0; border: 0; }
h1 { font-size: 20px; font-weight: 650; line-height: 1.3; letter-spacing: -0.01em; overflow-wrap: anywhere; }
h2 { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--space-1) var(--space-2); margin-bottom: var(--space-3); font-size: var(--size-title); font-weight: 650; line-height: 1.3; }
h3 { font: 600 var(--size-body) / 1.35 var(--mono); overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: 3px; }
code { font: 0.92em / 1.4 var(--mono); overflow-wrap: anywhere; }
input { font: inherit; color: inherit; }
:focus-visible, .choice__input:focus-visible + .choice__face { outline: var(--focus); outline-offset: var(--focus-offset); }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.soft, .count { color: var(--soft); }
.count { font-size: var(--size-body); font-weight: 400; font-variant-numeric: tabular-nums; }
.good { color: var(--good); } .bad { color: var(--error); }

.head { display: flex; flex-wrap: wrap; align-items: flex-start; justify-content: space-between; gap: var(--space-3) var(--space-5); padding: var(--space-4) var(--space-5); border-bottom: 1px solid var(--line); background: var(--paper); }
.head__words { flex: 1 1 320px; min-width: 0; }
.tools { position: sticky; z-index: 2; inset-block-start: 0; display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-5); padding: var(--space-2) var(--space-5); border-bottom: 1px solid var(--line); background: var(--paper); }
.found { color: var(--soft); font-size: var(--size-note); } .found:empty { display: none; }
.foot { padding: var(--space-5); border-top: 1px solid var(--line); color: var(--soft); font-size: var(--size-note); }
main { min-width: 0; padding: var(--space-5); }
section + section { margin-top: var(--space-6); }
section { scroll-margin-top: 76px; }

.option { display: flex; align-items: center; gap: var(--space-2); min-width: 0; }
.option__name { float: left; padding: 0; color: var(--soft); font-size: var(--size-note); }
.choice { display: flex; padding: 2px; border-radius: var(--radius); background: var(--hover); }
.choice__option { position: relative; cursor: pointer; }
.choice__face { display: flex; align-items: center; justify-content: center; gap: 6px; min-width: 32px; min-height: 32px; padding: 0 9px; border: 1px solid transparent; border-radius: var(--radius-small); color: var(--soft); font-size: var(--size-note); font-variant-numeric: tabular-nums; white-space: nowrap; }
.choice__option:hover .choice__face { color: var(--text); }
.choice__input:checked + .choice__face { border-color: var(--line); background: var(--paper); color: var(--text); font-weight: 600; }
.swatch { flex: none; width: 14px; height: 14px; border: 1px solid var(--strong-line); border-radius: 50%; background: linear-gradient(135deg, var(--ground-light) 50%, var(--ground-dark) 50%); }
.swatch--light { background: var(--ground-light); } .swatch--dark { background: var(--ground-dark); } .swatch--brand { background: var(--brand); }
.find { display: flex; align-items: center; gap: var(--space-2); min-width: 0; }
.find__input { width: 200px; max-width: 100%; height: 36px; padding: 0 var(--space-3); border: 1px solid var(--strong-line); border-radius: var(--radius); background: var(--paper); }
.find__input::placeholder { color: var(--soft); opacity: 1; }

.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--card)), 1fr)); gap: var(--space-3); }
.card { min-width: 0; padding: var(--space-3) var(--space-4) var(--space-4); border: 1px solid var(--line); border-radius: var(--radius-large); background: var(--paper); content-visibility: auto; contain-intrinsic-size: auto var(--card-height, 330px); }
.card > p { font-size: var(--size-note); overflow-wrap: anywhere; }
.badge { display: inline-block; padding: 0 var(--space-2); border: 1px solid var(--line); border-radius: 99px; color: var(--soft); font-size: var(--size-small); }
/* A picture is as high as the chosen size, and wider if its icon is; a row has as many as fit. */
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(var(--side) * var(--wide, 1) + 14px)), 1fr)); gap: var(--space-2); margin-top: var(--space-3); }
.picture { min-width: 0; }
.picture__ground { display: grid; place-items: center; padding: 6px; border: 1px solid var(--line); border-radius: var(--radius-small); }
.picture__ground > * { display: block; width: min(100%, calc(var(--side) * var(--wide, 1))); height: auto; aspect-ratio: var(--ratio, 1); }
.picture__name { margin-top: var(--space-1); color: var(--soft); font-size: var(--size-small); text-align: center; }
.ground { background: var(--ground); color: var(--ink, var(--text)); fill: currentcolor; }

table { border-collapse: collapse; font-size: var(--size-note); }
th, td { padding: var(--space-1) var(--space-3) var(--space-1) 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 400; }

@media (prefers-reduced-motion: reduce) { .choice__option--moves { display: none; } }
@media (prefers-reduced-motion: no-preference) { .choice__face { transition: background-color 120ms, border-color 120ms; } }
@media (max-width: 1299px) { section { scroll-margin-top: 120px; } }
@media (max-width: 1099px) { .head, .tools, .foot, main { padding-inline: var(--space-4); } }
@media (max-width: 859px) {
  .tools { position: static; } section { scroll-margin-top: var(--space-3); }
}
@media (max-width: 559px) {
  main { padding-block: var(--space-4); }
  .option { flex-wrap: wrap; gap: 2px var(--space-2); } .option > .option__name { flex-basis: 100%; } .find { flex: 1 1 100%; } .find__input { flex: 1; }
  .choice__face { padding: 0 7px; } .card { padding-inline: var(--space-3); }
}
@media (forced-colors: active) {
  [data-ground="light"] .ground, [data-ground="dark"] .ground, [data-ground="brand"] .ground, .swatch { forced-color-adjust: none; }
  .choice { gap: var(--space-1); } .choice__input:checked + .choice__face { border: 2px solid Highlight; }
}
@media print {
  body { background: none; } .tools, .controls { display: none !important; } main { padding: 0; }
  .card { break-inside: avoid; content-visibility: visible; } h2 { break-after: avoid; } .picture__ground, .strip { print-color-adjust: exact; }
}
`;
