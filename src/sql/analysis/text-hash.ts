/** Hashes of words of the tree's own: there are few of them, and they come again and again. */
const WORDS = new Map<string, number>();

const FNV_PRIME = 0x01000193;
const FNV_BASIS = 0x811c9dc5;

/** Two streams of FNV-1a over what is added, as 64 bits. It tells patterns apart, and guards nothing. */
export class TextHash {
  #first = FNV_BASIS;
  #second = FNV_PRIME;

  /** Adds a word of the tree's own, such as a kind or a field's name. */
  addWord(word: string): void {
    let hash = WORDS.get(word);
    if (hash === undefined) {
      hash = hashOf(word);
      WORDS.set(word, hash);
    }
    this.#mix(hash);
  }

  /** Adds a text of the statement's. */
  addText(text: string): void {
    for (let index = 0; index < text.length; index += 1) this.#mix(text.charCodeAt(index));
    this.#mix(text.length + 0x10000);
  }

  digits(): string {
    return [this.#first, this.#second].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
  }

  #mix(value: number): void {
    this.#first = Math.imul(this.#first ^ value, FNV_PRIME);
    this.#second = Math.imul(this.#second ^ (value + 0x9e37), 0x85ebca6b);
    this.#second ^= this.#second >>> 13;
  }
}

function hashOf(text: string): number {
  let hash = FNV_BASIS;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  return hash;
}
