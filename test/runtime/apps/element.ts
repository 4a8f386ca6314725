import * as icons from 'app-icons';
import { defineIconElement } from 'iconloom/element';
import { AFTER, report } from './page.ts';

const APP = `<main>
  <app-icon name="box" id="decorative"></app-icon>
  <app-icon name="box" id="labelled" label="A box" size="32"></app-icon>
  <app-icon name="box" id="titled" title="A titled box"></app-icon>
  <app-icon name="box" id="both" label="Named" title="Described"></app-icon>
  <app-icon name="arrow" id="directional" size="40"></app-icon>
  <app-icon name="arrow" id="kept" size="40" flip="none"></app-icon>
  <app-icon name="box" id="flipped" size="40" flip="rtl" class="mine"></app-icon>
  <app-icon name="box" id="colored" size="40" color="#00f"></app-icon>
  <app-icon name="duo" id="duo" size="40" color="light-dark(#123456, #fedcba); #0f0"></app-icon>
  <app-icon name="arrow" id="changing" size="24" data-mine="yes"></app-icon>
  <button type="button" id="change">Change</button>
</main>`;
const EXTRAS = `<app-icon name="bx" id="unknown" size="40"></app-icon>
  <iconloom-icon name="box" id="unbound" size="40"></iconloom-icon>`;

/** The markup is there first, and becomes elements afterwards. */
export function show(root: HTMLElement, extras: boolean): void {
  root.innerHTML = extras ? APP + EXTRAS : APP;
  defineIconElement(icons, 'app-icon');
  defineIconElement();
  const changing = root.querySelector('#changing') as HTMLElement;
  report('ref svg');
  changing.addEventListener('click', () => report('click'));
  root.querySelector('#change')?.addEventListener('click', () => Object.assign(changing, AFTER));
}
