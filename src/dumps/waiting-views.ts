import { analyse, type Dialect, type Node, type Statement } from '../sql/index.js';
import { keyOfPath, ownKey } from './names.js';
import type { SourceText } from './made-outcomes.js';

type View = Extract<Statement, { kind: 'create-view' }>;

/** A view that waits, and where it was said. */
export interface WaitingView {
  readonly tree: View;
  readonly source: SourceText;
}

/**
 * The views of a dump of MySQL's: it makes a stand-in for each, and all anew at its end, in the order of their names, so that one
 * may read the stand-in of another. Elsewhere nothing is dropped that a view reads: there are no stand-ins then, and a view
 * waits for those that it reads.
 */
export class WaitingViews {
  /** Stand-ins whose views are to come, by their names. */
  readonly #standIns = new Map<string, WaitingView>();
  readonly #waiting: WaitingView[] = [];

  constructor(readonly from: Dialect) {}

  /** Whether a statement makes a stand-in: a row of ones, or of NULLs. */
  isStandIn(tree: Statement, source: SourceText): boolean {
    if (this.from.name !== 'MYSQL' || tree.kind !== 'create-view' || !BY_TOOL.test(source.text)) return false;
    const { body } = tree.query;
    if (body.kind !== 'select' || body.from !== undefined || !body.columns.every(isEmpty)) return false;
    this.#standIns.set(ownKey(tree.name, this.from), { tree, source });
    return true;
  }

  /** Keeps a view that reads what is to come; whether it does. */
  keeps(tree: Statement, source: SourceText): boolean {
    if (tree.kind !== 'create-view' || this.#standIns.size === 0 || !this.#waits(tree)) return false;
    this.#waiting.push({ tree, source });
    return true;
  }

  /** Takes out what may be made now that a view is there. */
  *behind(tree: Statement): Generator<WaitingView> {
    if (tree.kind !== 'create-view' || !this.#standIns.delete(ownKey(tree.name, this.from))) return;
    for (let next = this.#next(); next !== undefined; next = this.#next()) yield next;
  }

  /** Takes out what waited in vain: stand-ins whose views did not come, and those that read them. */
  rest(): WaitingView[] {
    const left = [...this.#standIns.values(), ...this.#waiting.splice(0)];
    this.#standIns.clear();
    return left;
  }

  #next(): WaitingView | undefined {
    const place = this.#waiting.findIndex(({ tree }) => !this.#waits(tree));
    return place < 0 ? undefined : this.#waiting.splice(place, 1)[0];
  }

  #waits(tree: View): boolean {
    const own = ownKey(tree.name, this.from);
    return analyse(tree, this.from).tables.read.some((path) => {
      const key = keyOfPath(path);
      return key !== own && this.#standIns.has(key);
    });
  }
}

/** mysqldump and mariadb-dump say views in comments for servers that have views. */
const BY_TOOL = /^\s*\/\*!\d+\s+CREATE VIEW\b/i;

const isEmpty = ({ expression, alias }: Extract<Node, { kind: 'select-item' }>): boolean =>
  alias !== undefined && (expression.kind === 'null' || (expression.kind === 'number' && expression.text === '1'));
