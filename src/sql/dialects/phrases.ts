/** Phrases of one or more words, with what each stands for, by their first word; the longest come first. */
export type Phrases<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

export interface Phrase<T> {
  /** In upper case. */
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases, each with its value. */
export function phrasesWith<T>(rows: Iterable<readonly [phrase: string, value: T]>): Phrases<T> {
  const table = new Map<string, Phrase<T>[]>();
  for (const [phrase, value] of rows) {
    const words = phrase.split(' ');
    const [first = ''] = words;
    table.set(first, [...(table.get(first) ?? []), { words, value }]);
  }
  for (const row of table.values()) row.sort((one, other) => other.words.length - one.words.length);
  return table;
}

/** Phrases that stand for themselves, parted by commas. */
export function phrases(text: string): Phrases<string> {
  return phrasesWith(text.split(/\s*,\s*/).map((phrase) => [phrase, phrase]));
}
