import { functionOfCall } from '../analysis/function-of-call.js';
import { CHILDREN } from '../ast/children.js';
import { contains, eachChild, type Expression, type Node } from '../ast/index.js';
import type { Dialect } from '../dialects/index.js';
import type { Template } from './templates.js';

/** Nodes that an expression may come to: past this it would be a text that no server reads in good time. */
export const MOST_NODES = 20_000;

/** How large expressions are that forms are filled with. What stands in several places is measured once. */
export class Sizes {
  readonly #known = new Map<Node, number>();

  /** Nodes of a form that is filled with these, each as often as the form uses it. */
  ofFilled({ root, uses }: Template, values: readonly Expression[]): number {
    let size = this.of(root);
    for (let index = 0; index < values.length; index += 1)
      size += (uses[index] ?? 1) * this.of(values[index] as Expression);
    return size;
  }

  of(node: Node): number {
    // one without anything below it need not be kept
    if (CHILDREN[node.kind].length === 0) return 1;
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    let size = 1;
    eachChild(node, (child) => {
      size += this.of(child);
    });
    this.#known.set(node, size);
    return size;
  }
}

/** The first value that a form uses more than once and that is another one each time. */
export function repeatedVolatile(
  { uses }: Template,
  values: readonly Expression[],
  dialect: Dialect,
): Expression | undefined {
  if (!uses.some((count) => count > 1)) return undefined;
  return values.find((value, index) => (uses[index] ?? 0) > 1 && isVolatile(value, dialect));
}

/** Whether it may be another value each time, or does more than to answer. */
export function isVolatile(value: Expression, dialect: Dialect): boolean {
  return contains(value, (node) => {
    const row = node.kind === 'call' ? functionOfCall(node, dialect) : undefined;
    return row?.volatility === 'EFFECTS' || (row?.volatility === 'VOLATILE' && !CLOCKS.test(row.meaning));
  });
}

/** The clock is the same for the whole of a statement, but in functions that say so. */
const CLOCKS = /timestamp|date|time|now/;
