import { icon, iconHref } from 'virtual:iconloom';
import 'iconloom/rtl.css';
import './page.css';

/** An icon without any component: what goes into the page is up to you. */
function show(id, href, attributes, place = document.getElementById('icons')) {
  place.insertAdjacentHTML(
    'beforeend',
    `<svg width="48" height="48" id="${id}" ${attributes}><use href="${href}"></use></svg>`,
  );
}

show('heart', iconHref(icon.heart), 'aria-hidden="true"');
show('sun', iconHref(icon.sun), 'role="img" aria-label="Sunny"');
show(
  'arrow-back',
  iconHref(icon.arrowBack),
  'aria-hidden="true" class="iconloom-rtl"',
  document.getElementById('back'),
);
