/** `412 B`, `12.3 kB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Relative change of a size: `−44 %`. */
export function formatPercentChange(now: number, before: number): string {
  if (before === 0) return '';
  const change = Math.round((now / before - 1) * 100);
  return change > 0 ? `+${change} %` : change < 0 ? `−${-change} %` : '±0 %';
}
