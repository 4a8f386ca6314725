'use client';

import { useState } from 'react';
import { Icon } from './icon';

/** A client component; the page's own icons are drawn on the server. */
export function Like() {
  const [isLiked, setLiked] = useState(false);
  return (
    <button
      type="button"
      aria-label="Like"
      aria-pressed={isLiked}
      onClick={() => setLiked(!isLiked)}
    >
      <Icon name="heart" size={48} id="heart" {...(isLiked && { color: 'crimson' })} />
    </button>
  );
}
