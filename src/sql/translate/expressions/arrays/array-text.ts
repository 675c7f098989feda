import type { SqlTypeName } from '../../../typing/index.js';

/** Elements that JSON writes without quotes. */
const BARE: ReadonlySet<SqlTypeName | undefined> = new Set<SqlTypeName | undefined>([
  'INTEGER',
  'BIGINT',
  'DECIMAL',
  'FLOAT',
]);

/**
 * The text of an array of PostgreSQL, `{a,"b c",NULL}`, as a document of JSON; undefined where it is none.
 * https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
 *
 * @param element what its elements are
 */
export function jsonOfArrayText(written: string, element: SqlTypeName | undefined): string | undefined {
  const reader = new ArrayReader(written.trim(), element);
  const read = reader.array();
  return read === undefined || !reader.isAtEnd ? undefined : asJson(read);
}

/** A number keeps its digits, of which JavaScript's would lose some. */
const asJson = (element: Written): string =>
  Array.isArray(element) ? `[${element.map((one: Written) => asJson(one)).join(', ')}]` : (element as string);

/** An element as JSON writes it already, or several. */
type Written = string | readonly Written[];

class ArrayReader {
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly element: SqlTypeName | undefined,
  ) {}

  get isAtEnd(): boolean {
    return this.#at === this.text.length;
  }

  array(): readonly Written[] | undefined {
    if (this.text[this.#at] !== '{') return undefined;
    this.#at += 1;
    const found: Written[] = [];
    if (this.#takes('}')) return found;
    for (;;) {
      const next = this.#next();
      if (next === undefined) return undefined;
      found.push(next);
      if (this.#takes('}')) return found;
      if (!this.#takes(',')) return undefined;
    }
  }

  #takes(mark: string): boolean {
    while (this.text[this.#at] === ' ') this.#at += 1;
    if (this.text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #next(): Written | undefined {
    while (this.text[this.#at] === ' ') this.#at += 1;
    if (this.text[this.#at] === '{') return this.array();
    const quoted = /"((?:[^"\\]|\\[^])*)"/y;
    quoted.lastIndex = this.#at;
    const inQuotes = quoted.exec(this.text);
    if (inQuotes !== null) {
      this.#at = quoted.lastIndex;
      return JSON.stringify(unescaped(inQuotes[1] ?? ''));
    }
    const plain = /(?:[^{},"\\]|\\[^])+/y;
    plain.lastIndex = this.#at;
    const word = plain.exec(this.text)?.[0];
    if (word === undefined) return undefined;
    this.#at = plain.lastIndex;
    return this.#word(word.trimEnd());
  }

  #word(word: string): string {
    if (word.toUpperCase() === 'NULL') return 'null';
    if (this.element === 'BOOLEAN') return String(/^t/i.test(word));
    const isNumber = BARE.has(this.element) && /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(word);
    return isNumber ? word : JSON.stringify(unescaped(word));
  }
}

const unescaped = (written: string): string => written.replace(/\\([^])/g, '$1');
