import { Deck, type RandomSource } from './random.js';
import { LEXICON } from './vocabulary/lexicon.js';

const SMALL_WORDS = new Set(
  'a an and the of in on at to for from by with but that who as about beyond against'.split(' '),
);

/** The words that a book's title has already chosen, by slot. */
export type Topic = Map<string, string>;

/**
 * Fills the slots of title, subtitle and blurb patterns from the lexicon, with a deck for every
 * slot. What the title chose stays the book's topic: a title about salt has a blurb about salt.
 */
export class Wording {
  private readonly decks = new Map<string, Deck<string>>();

  constructor(private readonly random: RandomSource) {}

  /** A title with its important words in capitals: `What the River Kept`. */
  title(pattern: string, topic: Topic): string {
    const words = this.filled(pattern, topic).split(' ');
    return words
      .map((word, at) => {
        const opens = at === 0 || words[at - 1]?.endsWith(':') === true;
        return !opens && SMALL_WORDS.has(word.toLowerCase()) ? word.toLowerCase() : capitalised(word);
      })
      .join(' ');
  }

  /** Running text, every sentence with a capital. */
  sentence(pattern: string, topic: Topic): string {
    return this.filled(pattern, topic).replace(/(^|[.?!] )(\p{Ll})/gu, (_, before: string, letter: string) => {
      return before + letter.toUpperCase();
    });
  }

  private filled(pattern: string, topic: Topic): string {
    const used = new Set<string>();
    const text = pattern.replace(/\{(\w+)\}/g, (_, slot: string) => {
      // A slot that comes twice in one pattern stands for two different things.
      const word = used.has(slot) ? this.deckOf(slot).deal() : (topic.get(slot) ?? this.deckOf(slot).deal());
      if (!used.has(slot)) topic.set(slot, word);
      used.add(slot);
      return word;
    });
    // A word from the lexicon may bring its own article, or a vowel that `a` can't stand before.
    return text
      .replace(/\b([Tt]he|[Aa]) the\b/g, (_, article: string) => (article.startsWith('T') ? 'The' : 'the'))
      .replace(/\b([Aa]) (?=[aeiou])/gi, '$1n ')
      .replace(/'/g, '’');
  }

  private deckOf(slot: string): Deck<string> {
    const known = this.decks.get(slot);
    if (known !== undefined) return known;
    const words = LEXICON[slot];
    if (words === undefined) throw new Error(`The lexicon has no words for {${slot}}.`);
    const deck = new Deck(words, this.random);
    this.decks.set(slot, deck);
    return deck;
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
