/** Tells quickly of most words that they are in none of several sets: no word of theirs has the same first letter and length. */
export class WordSieve {
  readonly #marks = new Uint8Array(32 * 32);

  /** @param sets of words in upper case */
  constructor(...sets: readonly ReadonlySet<string>[]) {
    for (const set of sets) for (const word of set) this.#marks[placeOf(word)] = 1;
  }

  /** Whether one of the sets may have the word, whose letters are ASCII in any case. */
  mayHave(word: string): boolean {
    return this.#marks[placeOf(word)] === 1;
  }
}

/** The lowest bits of a letter are the same in both cases. */
const placeOf = (word: string): number => (word.charCodeAt(0) & 31) * 32 + Math.min(word.length, 31);

/** Whether a word is letters, digits and underscores of ASCII alone, and starts with no digit. */
export function isAsciiWord(word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index);
    const isLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
    if (!isLetter && (index === 0 || code < 0x30 || code > 0x39)) return false;
  }
  return word !== '';
}
