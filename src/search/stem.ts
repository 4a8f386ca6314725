/** Languages of the concepts, in the order of their columns. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'ru'] as const;

export type SearchLanguage = (typeof LANGUAGES)[number];

/** Endings that a word of a language loses. Crude, since both sides of a comparison lose them. */
const ENDINGS: Readonly<Record<SearchLanguage, RegExp>> = {
  en: /(?<=x|ch|sh|ss|zz)es$|(?<=[^sui])s$/,
  de: /(?:ern|en|er|es|em|e|n|s)$/,
  fr: /(?:es|s|x|e)$/,
  es: /(?:es|os|as|s|o|a)$/,
  ru: /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ией|иеи|иях|иям|ов|ев|ей|еи|ам|ям|ах|ях|ом|ем|ои|ый|ыи|ии|ая|яя|ое|ее|ые|ие|ую|юю|ия|ию|а|я|ы|и|у|ю|е|о|ь)$/,
};
/** Length of the shortest stem. German has many short words that end like others. */
const MIN_LENGTHS: Readonly<Record<SearchLanguage, number>> = { en: 3, de: 4, fr: 3, es: 3, ru: 3 };

/** Word without the ending of its case or number: `houses` as `house`, `файлы` as `файл`. */
export function stem(word: string, language: SearchLanguage): string {
  if (language === 'en' && word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  const stemmed = word.replace(ENDINGS[language], '');
  return stemmed.length >= MIN_LENGTHS[language] ? stemmed : word;
}
