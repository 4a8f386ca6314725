import * as icons from 'app-icons';
import { createIcon, Icon as Unbound } from 'iconloom/react';
import { useEffect, useRef, useState } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { AFTER, BEFORE, report } from './page.ts';

const Icon = createIcon(icons);

function App({ extras }: { extras: boolean }) {
  const [changing, change] = useState<typeof BEFORE | typeof AFTER>(BEFORE);
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => report(`ref ${svg.current?.tagName}`), []);
  return (
    <main>
      <Icon name="box" id="decorative" />
      <Icon name="box" id="labelled" label="A box" size={32} />
      <Icon name="box" id="titled" title="A titled box" />
      <Icon name="box" id="both" label="Named" title="Described" />
      <Icon name="arrow" id="directional" size={40} />
      <Icon name="arrow" id="kept" size={40} flip="none" />
      <Icon name="box" id="flipped" size={40} flip="rtl" className="mine" />
      <Icon name="box" id="colored" size={40} color="#00f" style={{ margin: 4 }} />
      <Icon name="duo" id="duo" size={40} color={['light-dark(#123456, #fedcba)', '#0f0']} />
      <Icon {...changing} id="changing" ref={svg} data-mine="yes" onClick={() => report('click')} />
      <button type="button" id="change" onClick={() => change(AFTER)}>
        Change
      </button>
      {/* @ts-expect-error: there is no such icon */}
      {extras && <Icon name="bx" id="unknown" size={40} />}
      {extras && <Unbound name="box" id="unbound" size={40} />}
    </main>
  );
}

export function show(root: HTMLElement, extras: boolean): void {
  if (root.firstElementChild) hydrateRoot(root, <App extras={extras} />);
  else createRoot(root).render(<App extras={extras} />);
}

export function render(): string {
  return renderToString(<App extras={false} />);
}
