import { optimize } from 'svgo';

const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'use']);

/** Changes the tree of an SVG; `undefined` if there is nothing to change. */
function changed(svg, change) {
  let isChanged = false;
  const plugin = {
    name: 'defect',
    fn(root) {
      const svgElement = root.children.find(({ name }) => name === 'svg');
      isChanged = change(svgElement) !== false;
      return {};
    },
  };
  const { data } = optimize(svg, { plugins: [plugin] });
  return isChanged ? data : undefined;
}

function findAll(element, isWanted, found = []) {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    if (isWanted(child)) found.push({ element: child, parent: element });
    findAll(child, isWanted, found);
  }
  return found;
}

/** Middle one of the rendered shapes, which varies between icons. */
function middle(svg, isWanted = ({ name }) => SHAPES.has(name)) {
  const found = findAll(svg, isWanted).filter(
    ({ parent }) => !/^(defs|clipPath)$/.test(parent.name),
  );
  return found[Math.floor(found.length / 2)];
}

function wrapInGroup(svg, attributes) {
  svg.children = [{ type: 'element', name: 'g', attributes, children: svg.children }];
}

function viewBoxOf({ attributes }) {
  const [, , width = 1, height = 1] = (attributes.viewBox ?? '').split(/[\s,]+/).map(Number);
  return Math.max(width, height);
}

/** Color with one channel changed by 40 of 255. */
function otherColor(color) {
  const [, digits = '000000'] = /^#([\da-f]{6})$/i.exec(color) ?? [];
  const red = Number.parseInt(digits.slice(0, 2), 16);
  const other = (red > 127 ? red - 40 : red + 40).toString(16).padStart(2, '0');
  return `#${other}${digits.slice(2)}`;
}

const timesOpacity = ({ attributes }, factor) => {
  attributes.opacity = String(Number(attributes.opacity ?? 1) * factor);
};

const without = (attribute) => (svg) =>
  changed(svg, (root) => {
    const found = middle(root, ({ attributes }) => attributes[attribute] !== undefined);
    if (!found) return false;
    delete found.element.attributes[attribute];
  });

const onMiddle = (change) => (svg, side) =>
  changed(svg, (root) => {
    const found = middle(root);
    return found ? change(found, root, side) : false;
  });

/** Defects by name: `(svg, side of the picture in px) => svg`. */
export const DEFECTS = {
  'opacity of all halved': (svg) => changed(svg, (root) => wrapInGroup(root, { opacity: '.5' })),
  'opacity of one shape halved': onMiddle(({ element }) => timesOpacity(element, 0.5)),
  'opacity of one shape less by 5 %': onMiddle(({ element }) => timesOpacity(element, 0.95)),
  'one shape missing': onMiddle(({ element, parent }) => {
    parent.children = parent.children.filter((child) => child !== element);
  }),
  'color of one shape changed': onMiddle(({ element: { attributes } }) => {
    const name = attributes.fill === 'none' ? 'stroke' : 'fill';
    attributes[name] = otherColor(attributes[name] ?? '');
  }),
  'shifted by a quarter pixel': (svg, side) =>
    changed(svg, (root) => {
      wrapInGroup(root, { transform: `translate(${(0.25 * viewBoxOf(root)) / side})` });
    }),
  'one shape shifted by half a pixel': onMiddle(({ element, parent }, root, side) => {
    const transform = `translate(0 ${(0.5 * viewBoxOf(root)) / side})`;
    const group = { type: 'element', name: 'g', attributes: { transform }, children: [element] };
    parent.children = parent.children.map((child) => (child === element ? group : child));
  }),
  'order swapped': onMiddle(({ element, parent }) => {
    const at = parent.children.indexOf(element);
    if (at === 0) return false;
    parent.children.splice(at - 1, 2, element, parent.children[at - 1]);
  }),
  'gradient reversed': (svg) =>
    changed(svg, (root) => {
      const [found] = findAll(root, ({ name }) => /Gradient$/.test(name));
      const stops = found?.element.children.filter(({ name }) => name === 'stop') ?? [];
      if (stops.length < 2) return false;
      found.element.children = stops.toReversed();
      for (const [at, { attributes }] of found.element.children.entries()) {
        attributes.offset = String(at / (stops.length - 1));
      }
    }),
  'mask dropped': without('mask'),
  'clip dropped': without('clip-path'),
  'filter dropped': without('filter'),
  'stroke wider by 20 %': onMiddle(({ element: { attributes } }, root) => {
    const isStroked = attributes.stroke ?? root.attributes.stroke ?? 'none';
    if (isStroked === 'none') return false;
    const width = Number(attributes['stroke-width'] ?? root.attributes['stroke-width'] ?? 1);
    attributes['stroke-width'] = String(width * 1.2);
  }),
  'caps and joins changed': (svg) =>
    changed(svg, (root) => {
      const found = [{ element: root }, ...findAll(root, () => true)];
      const round = found.filter(({ element }) => element.attributes['stroke-linecap'] === 'round');
      if (round.length === 0) return false;
      for (const { element } of round) element.attributes['stroke-linecap'] = 'butt';
    }),
  'one number of a path moved by a pixel': (svg, side) =>
    changed(svg, (root) => {
      const found = middle(root, ({ name }) => name === 'path');
      if (!found) return false;
      const unit = viewBoxOf(root) / side;
      let count = 0;
      const { attributes } = found.element;
      attributes.d = attributes.d.replace(/-?(?:\d*\.)?\d+/g, (number) => {
        count += 1;
        return count === 4 ? ` ${Number(number) + unit} ` : number;
      });
      return count >= 4;
    }),
};
