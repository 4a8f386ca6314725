import * as icons from 'app-icons';
import { createIcon, Icon as Unbound } from 'iconloom/solid';
import { createSignal, onMount, Show } from 'solid-js';
import { hydrate, render as mount, renderToString } from 'solid-js/web';
import { AFTER, BEFORE, report } from './page.ts';

const Icon = createIcon(icons);

function App(props) {
  const [changing, change] = createSignal(BEFORE);
  let svg;
  onMount(() => report(`ref ${svg?.tagName}`));
  return (
    <main>
      <Icon name="box" id="decorative" />
      <Icon name="box" id="labelled" label="A box" size={32} />
      <Icon name="box" id="titled" title="A titled box" />
      <Icon name="box" id="both" label="Named" title="Described" />
      <Icon name="arrow" id="directional" size={40} />
      <Icon name="arrow" id="kept" size={40} flip="none" />
      <Icon name="box" id="flipped" size={40} flip="rtl" class="mine" />
      <Icon name="box" id="colored" size={40} color="#00f" style={{ margin: '4px' }} />
      <Icon name="duo" id="duo" size={40} color={['light-dark(#123456, #fedcba)', '#0f0']} />
      <Icon
        {...changing()}
        id="changing"
        ref={svg}
        data-mine="yes"
        onClick={() => report('click')}
      />
      <button type="button" id="change" onClick={() => change(AFTER)}>
        Change
      </button>
      <Show when={props.extras}>
        <Icon name="bx" id="unknown" size={40} />
        <Unbound name="box" id="unbound" size={40} />
      </Show>
    </main>
  );
}

export function show(root, extras) {
  const start = root.firstElementChild ? hydrate : mount;
  start(() => <App extras={extras} />, root);
}

export function render() {
  return renderToString(() => <App extras={false} />);
}
