import type { Phrase, Phrases } from '../../dialects/phrases.js';
import type { Cursor } from '../cursor.js';

/** The longest of these phrases that comes next. */
export function phraseAt<T>(cursor: Cursor, phrases: Phrases<T>): Phrase<T> | undefined {
  if (cursor.expected !== undefined) noteExpected(cursor, phrases);
  const found = phrases.get(cursor.key());
  return found?.find(({ words }) => words.every((word, index) => cursor.key(index) === word));
}

/** Asks for each of them, so that a message can say what was expected. */
function noteExpected<T>(cursor: Cursor, phrases: Phrases<T>): void {
  for (const { words } of [...phrases.values()].flat()) {
    const [first, second] = words;
    if (first !== undefined) cursor.at(first, second);
  }
}

/** Moves behind the longest of these phrases that comes next, and answers it. */
export function takePhrase<T>(cursor: Cursor, phrases: Phrases<T>): Phrase<T> | undefined {
  const phrase = phraseAt(cursor, phrases);
  if (phrase !== undefined) cursor.index += phrase.words.length;
  return phrase;
}
