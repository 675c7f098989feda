import { eachChild, type Comment, type Node } from '../ast/index.js';

/** Where a comment goes: before a node, or behind one. */
interface Place {
  readonly node: Node;
  readonly side: 'before' | 'behind';
}

/**
 * Gives each comment to the node that it stands next to: to the one before it where both are on one line and nothing
 * follows there, else to the one behind it. Hints belong to their statement already.
 */
export function attachComments(root: Node, comments: readonly Comment[], sql: string): void {
  const finder = new PlaceFinder(root, sql);
  const places = new Map<Node, { before: Comment[]; behind: Comment[] }>();
  for (const comment of comments) {
    const { node, side } = finder.placeOf(comment);
    // what is not read keeps its comments in its text
    if (node.kind === 'unparsed') continue;
    const known = places.get(node) ?? { before: [], behind: [] };
    known[side].push(comment);
    places.set(node, known);
  }
  // the tree is still in the making here; from its reader on it is not changed any more
  for (const [node, own] of places) Object.assign(node, { comments: own });
}

/** Finds the neighbours of comments, which are asked for in the order of the text. */
class PlaceFinder {
  /** The children of the nodes that were looked into. */
  readonly #children = new Map<Node, Node[]>();

  constructor(
    readonly root: Node,
    readonly sql: string,
  ) {}

  placeOf(comment: Comment): Place {
    let node = this.root;
    if (comment.start < node.span.start) return { node, side: 'before' };
    if (comment.start >= node.span.end) return { node, side: 'behind' };
    for (;;) {
      const children = this.#childrenOf(node);
      const next = firstEndingBehind(children, comment.start);
      const inside = children[next];
      if (inside !== undefined && inside.span.start < comment.start) {
        node = inside;
        continue;
      }
      return this.#between(children[next - 1], inside, { comment, parent: node });
    }
  }

  #between(previous: Node | undefined, next: Node | undefined, at: { comment: Comment; parent: Node }): Place {
    const { comment, parent } = at;
    if (previous !== undefined && (next === undefined || this.#endsLine(comment, previous))) {
      return { node: previous, side: 'behind' };
    }
    if (next !== undefined) return { node: next, side: 'before' };
    return { node: parent, side: comment.start < parent.span.start ? 'before' : 'behind' };
  }

  /** Whether the comment is the last thing on the line on which the node before it ends. */
  #endsLine({ start, end }: Comment, previous: Node): boolean {
    if (this.sql.slice(previous.span.end, start).includes('\n')) return false;
    return /^[^\S\n]*(\n|$)/.test(this.sql.slice(end, this.#lineEnd(end)));
  }

  #lineEnd(from: number): number {
    const end = this.sql.indexOf('\n', from);
    return end < 0 ? this.sql.length : end + 1;
  }

  #childrenOf(node: Node): Node[] {
    const known = this.#children.get(node);
    if (known !== undefined) return known;
    const children: Node[] = [];
    eachChild(node, (child) => children.push(child));
    children.sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
    this.#children.set(node, children);
    return children;
  }
}

/** Index of the first node that ends behind an offset; how many there are where none does. */
function firstEndingBehind(nodes: readonly Node[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] as Node).span.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
