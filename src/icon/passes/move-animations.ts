import type { XastElement, XastParent } from 'svgo';
import { ANIMATIONS } from '../../svg/elements.ts';
import { mayReference, renameReferences } from '../references.ts';
import { elements, type Pass, svgElement, triggeredPass } from '../tree.ts';
import { TRAITS } from './tree-traits.ts';

/**
 * Moves each animation into the element that it changes, where every pass can see it. Animations
 * without a target are removed. Animations of the root move to a group, since a symbol has no
 * position and size. Source: SMIL 3.0, 12.5.3; SVG Animations 2, 2.5: of two, the later one in the
 * document wins.
 *
 * `<path id="p"/><animate href="#p" …/>` → `<path id="p"><animate …/></path>`
 */
export function moveAnimations(): Pass {
  return triggeredPass('iconloom-move-animations', { triggers: TRAITS.animation }, (root) => {
    if (!hasAnimations(root)) return;
    const all = [...elements(root)];
    const positions = new Map(all.map((element, index) => [element, index]));
    // The first of several elements with the same id is the target.
    const byId = new Map(all.reverse().map((element) => [element.attributes.id, element]));
    const animationsByTarget = new Map<XastElement, XastElement[]>();
    for (const parent of all.reverse()) {
      parent.children = parent.children.filter((child) => {
        if (child.type !== 'element' || !ANIMATIONS.has(child.name)) return true;
        if (child.attributes.href === undefined) return true;
        const target = byId.get(targetOf(child));
        delete child.attributes.href;
        if (target)
          animationsByTarget.set(target, [...(animationsByTarget.get(target) ?? []), child]);
        return false;
      });
    }
    for (const [target, animations] of animationsByTarget) {
      const position = positions.get(target) ?? 0;
      const isBefore = (animation: XastElement) => (positions.get(animation) ?? 0) < position;
      target.children = [
        ...animations.filter(isBefore),
        ...target.children,
        ...animations.filter((animation) => !isBefore(animation)),
      ];
    }
    groupAnimatedRoot(root);
  });
}

function targetOf({ attributes: { href = '' } }: XastElement): string | undefined {
  let target: string | undefined;
  if (!mayReference('href', href)) return undefined;
  renameReferences('href', href, (id) => {
    target = id;
    return undefined;
  });
  return target;
}

function groupAnimatedRoot(root: XastParent): void {
  const svg = root.type === 'root' ? svgElement(root) : undefined;
  if (!svg?.children.some(isAnimationElement)) return;
  svg.children = [{ type: 'element', name: 'g', attributes: {}, children: svg.children }];
}

function isAnimationElement(child: XastParent['children'][number]): boolean {
  return child.type === 'element' && ANIMATIONS.has(child.name);
}

function hasAnimations(parent: XastParent): boolean {
  return parent.children.some(
    (child) => child.type === 'element' && (ANIMATIONS.has(child.name) || hasAnimations(child)),
  );
}
