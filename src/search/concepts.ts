import { CONCEPT_AREAS } from './concept-areas.ts';
import { requiredWords } from './optional-words.ts';
import { LANGUAGES, type SearchLanguage, stem } from './stem.ts';
import { wordsOf } from './words.ts';

/** Names that icons of a concept have, as terms of the index, the best first. */
type Concept = readonly string[];

/** Concept that a phrase stands for. */
export interface ConceptMatch {
  readonly concept: Concept;
  /** The phrase is a name of the concept's icons, but not the first. Other icons may have it, too. */
  readonly isOtherName: boolean;
}

/** Concepts by what people type. */
export interface ConceptIndex {
  /** By phrase, its words joined. */
  readonly phrases: ReadonlyMap<string, readonly ConceptMatch[]>;
  /** By phrase with stemmed words, see `stemKey`. */
  readonly stems: ReadonlyMap<string, readonly ConceptMatch[]>;
  /** Keys of `phrases`, sorted. */
  readonly sorted: readonly string[];
  /** Keys of `phrases` that are one word, and the spelling of each. */
  readonly words: ReadonlyMap<string, string>;
}

let cached: ConceptIndex | undefined;

/** All concepts. Parsed when they are first used. */
export function getConcepts(): ConceptIndex {
  cached ??= indexConcepts(CONCEPT_AREAS);
  return cached;
}

/** @param areas lines of concepts, see `CONCEPT_AREAS` */
function indexConcepts(areas: readonly string[]): ConceptIndex {
  const phrases = new Map<string, ConceptMatch[]>();
  const stems = new Map<string, ConceptMatch[]>();
  const words = new Map<string, string>();
  for (const line of areas.flatMap((area) => area.split('\n'))) {
    if (line === '') continue;
    const [names = '', ...columns] = line.split(' | ');
    const namesOfIcons = names.split(' ');
    const concept = namesOfIcons.map((name) => wordsOf(name).join(''));
    const addPhrase = (phrase: string, language: SearchLanguage, isOtherName: boolean): void => {
      const parts = requiredWords(wordsOf(phrase));
      const key = parts.join('');
      append(phrases, key, { concept, isOtherName });
      append(stems, stemKey(parts, language), { concept, isOtherName });
      if (parts.length === 1) words.set(key, phrase.trim().toLowerCase());
    };
    for (const [index, name] of namesOfIcons.entries()) addPhrase(name, 'en', index > 0);
    for (const [index, language] of LANGUAGES.entries()) {
      for (const phrase of columns[index]?.split(',') ?? []) addPhrase(phrase, language, false);
    }
  }
  return { phrases, stems, sorted: [...phrases.keys()].sort(), words };
}

/** Key of a phrase in `ConceptIndex.stems`. */
export function stemKey(words: readonly string[], language: SearchLanguage): string {
  return `${language}:${words.map((word) => stem(word, language)).join('')}`;
}

function append(map: Map<string, ConceptMatch[]>, key: string, match: ConceptMatch): void {
  const list = map.get(key);
  if (list) list.push(match);
  else map.set(key, [match]);
}
