import { rewrite, ownKey, type Dialect, type Node, type Statement } from '../sql/index.js';

type Call = Extract<Node, { kind: 'call' }>;

const STEP_FUNCTION = /\bSFUNC\s*=\s*(?:"?\w+"?\.)*"?(\w+)"?/i;
/** What a function does that puts the text between two texts, and passes NULLs by. */
const JOINS = /\$1\s*\|\|\s*'((?:[^']|'')*)'\s*\|\|\s*\$2/;

/**
 * Aggregates that a script of PostgreSQL makes to join texts, as was usual before it had string_agg: calls of them are
 * calls of that.
 */
export class JoiningAggregates {
  /** What each function puts between two texts. */
  readonly #between = new Map<string, string>();
  readonly #aggregates = new Map<string, string>();

  constructor(readonly dialect: Dialect) {}

  note(tree: Statement): void {
    if (tree.kind !== 'create-routine') return;
    const key = ownKey(tree.name, this.dialect);
    if (tree.routine === 'FUNCTION') {
      const between = JOINS.exec(tree.body.text)?.[1];
      if (between !== undefined) this.#between.set(key, between.replaceAll("''", "'"));
    }
    if (tree.routine !== 'AGGREGATE') return;
    const between = this.#between.get((STEP_FUNCTION.exec(tree.body.text)?.[1] ?? '').toLowerCase());
    if (between !== undefined) this.#aggregates.set(key, between);
  }

  /** Whether calls of what a statement makes need it no longer. */
  isTold(tree: Statement): boolean {
    if (tree.kind !== 'create-routine') return false;
    const key = ownKey(tree.name, this.dialect);
    return tree.routine === 'AGGREGATE' ? this.#aggregates.has(key) : this.#between.has(key);
  }

  without<S extends Statement>(tree: S): S {
    if (this.#aggregates.size === 0 || tree.kind === 'insert') return tree;
    return rewrite<S>(tree, (node: Node) => (node.kind === 'call' ? this.#call(node) : node));
  }

  #call(call: Call): Call {
    const between = this.#aggregates.get(ownKey(call.name, this.dialect));
    if (between === undefined || call.arguments.length !== 1) return call;
    const { span } = call;
    const joined = { kind: 'name', value: 'string_agg', quoted: false, span: call.name.span } as const;
    return {
      ...call,
      name: { ...call.name, parts: [joined] },
      arguments: [...call.arguments, { kind: 'string', value: between, span }],
    };
  }
}
