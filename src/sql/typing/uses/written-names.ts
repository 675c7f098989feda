import { nameKey } from '../../analysis/folded-names.js';
import { walk, type Name, type Statement } from '../../ast/index.js';
import type { Dialect } from '../../dialects/dialect.js';

/** How a statement writes its names, for where no catalogue tells what they really are. */
export class WrittenNames {
  readonly #columns = new Set<string>();
  readonly #bare = new Set<string>();
  #text = false;

  constructor(statement: Statement, dialect: Dialect) {
    walk(statement, (node) => {
      if (node.kind === 'name' && !node.quoted) this.#bare.add(node.value.toLowerCase());
      if (node.kind === 'column') {
        const last = node.parts[node.parts.length - 1] as Name;
        this.#columns.add(nameKey(last, dialect));
        this.#text ||= /\W/.test(last.value);
      }
      return true;
    });
  }

  /** Whether some column is asked for by a name, given by its key. */
  asksFor(key: string): boolean {
    return this.#columns.has(key);
  }

  /** Whether a column is asked for by what can be no plain name: the text of an expression, it may be. */
  get asksForText(): boolean {
    return this.#text;
  }

  /** Whether a name stands without quotes somewhere, in whatever case. */
  isBare(name: string): boolean {
    return this.#bare.has(name.toLowerCase());
  }
}
