/** Style of the page of changes, after that of all reports. */
export const PAGE_STYLE = `
:root { --side: 128px; }
[data-side="256"] { --side: 256px; } [data-side="64"] { --side: 64px; } [data-side="32"] { --side: 32px; }
.version { font-family: var(--mono); font-size: 0.92em; }
.sprite { position: absolute; width: 0; height: 0; overflow: hidden; }
.none { padding: 15vh var(--space-4); text-align: center; } .none h2 { justify-content: center; margin-bottom: var(--space-1); }

.body { display: grid; grid-template-columns: 200px minmax(0, 1fr); align-items: start; }
.groups { position: sticky; inset-block-start: 56px; padding: var(--space-5) 0 var(--space-5) var(--space-3); }
.groups ul { list-style: none; }
.groups a { display: flex; align-items: baseline; justify-content: space-between; gap: var(--space-2); min-height: 32px; padding: 6px var(--space-3); border-radius: var(--radius-small); color: var(--text); line-height: 1.3; text-decoration: none; }
.groups a:hover { background: var(--hover); }
.groups a[aria-current] { background: var(--tint); color: var(--accent); font-weight: 600; }
.groups .count { font-size: var(--size-small); }

.cards { --card: max(340px, calc(3 * (var(--side) + 14px) + 50px)); --card-height: calc(var(--side) + 196px); }
.cards--small { --card: max(178px, calc(var(--side) + 50px)); --card-height: calc(var(--side) + 140px); }
.cards--text { --card: 320px; --card-height: 160px; }
#rewritten .cards { --card: 200px; --card-height: 120px; }
.cards--small .picture__ground { min-height: calc(min(var(--side), 128px) + 14px); }

.strips { display: flex; flex-wrap: wrap; gap: var(--space-2); margin-top: var(--space-2); }
.strip { flex: 1 1 auto; display: grid; align-content: center; gap: var(--space-2); min-width: 0; padding: var(--space-2) var(--space-3); border: 1px solid var(--line); border-radius: var(--radius-small); fill: currentcolor; forced-color-adjust: none; }
.strip--light { background: var(--ground-light); color: var(--ink-light); color-scheme: light; }
.strip--dark { background: var(--ground-dark); color: var(--ink-dark); color-scheme: dark; }
.strip__row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-3); }
.strip__name { min-width: 3.6em; color: var(--soft-light); font-size: var(--size-small); } .strip--dark .strip__name { color: var(--soft-dark); }
.cards--small .strip { padding-inline: var(--space-2); } .cards--small .strip__row { gap: var(--space-2); }
.strip svg { display: block; flex: none; max-width: 100%; } .strip svg[viewBox] { height: auto; }

.compare { --mix: 50%; --at: 0.5; }
.mix { display: none; align-items: center; gap: var(--space-2); margin-top: var(--space-1); color: var(--soft); font-size: var(--size-small); }
.mix__input { flex: 1; min-width: 0; height: 24px; margin: 0; accent-color: var(--accent); }
:root:not([data-view="side"]) .compare { --zoom: 2; }
:root:not([data-view="side"]) .compare .pictures { position: relative; grid-template-columns: minmax(0, 1fr); max-width: calc(var(--side) * var(--wide, 1) * 2 + 14px); margin-inline: auto; }
:root:not([data-view="side"]) .compare .picture { grid-area: 1 / 1; align-self: center; }
:root:not([data-view="side"]) .compare .picture__ground > * { width: min(100%, calc(var(--side) * var(--wide, 1) * 2)); }
:root:not([data-view="side"]) .picture--difference { display: none; }
[data-view="swipe"] .compare .picture__name, [data-view="onion"] .compare .picture__name { display: none; }
[data-view="swipe"] .mix, [data-view="onion"] .mix { display: flex; max-width: 420px; margin-inline: auto; }
[data-view="swipe"] .picture--before .picture__ground { clip-path: inset(0 calc(100% - var(--mix)) 0 0); }
[data-view="swipe"] .picture--after .picture__ground { clip-path: inset(0 0 0 var(--mix)); }
[data-view="swipe"] .compare .pictures::after { content: ""; position: absolute; inset-block: -4px; inset-inline-start: var(--mix); width: 2px; margin-inline-start: -1px; background: var(--accent); }
[data-view="onion"] .picture--before svg { opacity: calc(1 - var(--at)); } [data-view="onion"] .picture--after svg { opacity: var(--at); }
[data-view="onion"] .picture--after .picture__ground { border-color: transparent; background: none; }
[data-view="blink"] .picture--before, [data-view="blink"] .picture--after { animation: blink 1.6s step-end infinite; }
[data-view="blink"] .picture--after { animation-delay: -0.8s; }
@keyframes blink { 50% { opacity: 0; } }

.meta { width: 100%; margin-top: var(--space-3); } .meta th { width: 8em; }
#aliases .card, .changelog { content-visibility: visible; }
del { color: var(--removed); text-decoration: none; } ins { color: var(--added); text-decoration: none; }
.changelog h3 { margin-top: var(--space-3); font-family: inherit; } .changelog h3:first-child { margin-top: 0; } .changelog ul { padding-inline-start: 20px; }
.key { display: inline-block; width: 10px; height: 10px; border-radius: 2px; background: var(--removed-mark); forced-color-adjust: none; } .key--added { margin-inline-start: var(--space-3); background: var(--added-mark); }

@media (max-width: 1099px) {
  .body { grid-template-columns: minmax(0, 1fr); }
  .groups { position: static; padding: var(--space-3) var(--space-4) 0; }
  .groups ul { display: flex; flex-wrap: wrap; gap: var(--space-2); }
  .groups a { border: 1px solid var(--line); background: var(--paper); }
}
@media (max-width: 559px) {
  .cards--small { --card: 150px; }
  .cards--small .card { padding-inline: var(--space-2); }
}
@media (forced-colors: active) { .groups a[aria-current] { border: 2px solid Highlight; } }
@media print { .groups { display: none; } .body { display: block; } }
`;
