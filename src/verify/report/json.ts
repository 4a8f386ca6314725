import type { BrowserResult, VerifyResult } from '../model.ts';

/** Result as data, without pictures. */
export function toJson({ iconCount, browsers }: VerifyResult): Readonly<Record<string, unknown>> {
  return { icons: iconCount, browsers: browsers.map(browserData) };
}

function browserData(result: BrowserResult): Readonly<Record<string, unknown>> {
  const { engine, name, version, equalCount, cachedCount, seconds } = result;
  return {
    engine,
    name,
    version,
    equal: equalCount,
    cached: cachedCount,
    differences: result.differences.map(({ icon, use, background, share, isBlank }) => ({
      name: icon.name,
      file: icon.file,
      sprite: icon.sprite,
      use,
      background,
      share: Number(share.toFixed(5)),
      blank: isBlank,
    })),
    notCompared: result.notCompared.map(({ icon: { name: iconName, file }, reason }) => ({
      name: iconName,
      file,
      reason,
    })),
    seconds: Number(seconds.toFixed(3)),
  };
}
