import { CHILDREN } from './children.js';
import type { Node, Span } from './index.js';

/** A node as a record of its fields, to reach those that `CHILDREN` names. */
type Fields = Readonly<Record<string, unknown>>;

/** Calls `each` for every node directly below one, in the order in which they are written. */
export function eachChild(node: Node, each: (child: Node) => void): void {
  for (const key of CHILDREN[node.kind] as readonly string[]) {
    const value = (node as unknown as Fields)[key];
    if (Array.isArray(value)) for (const item of value as readonly Node[]) each(item);
    else if (typeof value === 'object' && value !== null) each(value as Node);
  }
}

/**
 * Visits a tree from the top down, in the order in which it is written. Where `enter` answers false, what is below that
 * node is passed by. It keeps a list of its own, not the call stack: a tree may be deep.
 */
export function walk(root: Node, enter: (node: Node) => boolean | undefined): void {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (enter(node) !== false) pushChildren(waiting, node);
  }
}

/**
 * Whether a node is in a tree for which the test holds.
 * @param enters left out: all of the tree is looked at
 */
export function contains(root: Node, test: (node: Node) => boolean, enters?: (node: Node) => boolean): boolean {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (test(node)) return true;
    if (enters === undefined || enters(node)) pushChildren(waiting, node);
  }
  return false;
}

/** What is in a query is not of the query around it. */
export const isNoQuery = ({ kind }: Node): boolean => kind !== 'query';

/** Pushes children last first, so that the first is popped first. */
function pushChildren(waiting: Node[], node: Node): void {
  const keys = CHILDREN[node.kind] as readonly string[];
  for (let at = keys.length - 1; at >= 0; at -= 1) {
    const value = (node as unknown as Fields)[keys[at] as string];
    if (Array.isArray(value)) for (let item = value.length - 1; item >= 0; item -= 1) waiting.push(value[item] as Node);
    else if (typeof value === 'object' && value !== null) waiting.push(value as Node);
  }
}

/** A node with other children directly below it; the node itself where none of them is another one. */
export function mapChildren<N extends Node>(node: N, change: (child: Node) => Node): N {
  let copy: Record<string, unknown> | undefined;
  for (const key of CHILDREN[node.kind] as readonly string[]) {
    const value = (node as unknown as Fields)[key];
    if (typeof value !== 'object' || value === null) continue;
    const changed = Array.isArray(value) ? mapItems(value as readonly Node[], change) : change(value as Node);
    if (changed === value) continue;
    copy ??= { ...node };
    copy[key] = changed;
  }
  return (copy ?? node) as N;
}

/** The same list where all of its nodes stay as they are. */
function mapItems(items: readonly Node[], change: (child: Node) => Node): readonly Node[] {
  let changed: Node[] | undefined;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as Node;
    const made = change(item);
    if (made !== item) changed ??= items.slice(0, index);
    changed?.push(made);
  }
  return changed ?? items;
}

/** A copy of a node at another place, with other children directly below it. */
export function withChildren<N extends Node>(node: N, span: Span, change: (child: Node) => Node): N {
  const copy = { ...node, span } as N & Record<string, unknown>;
  for (const key of CHILDREN[node.kind] as readonly string[]) {
    const value = (node as unknown as Fields)[key];
    if (Array.isArray(value)) (copy as Record<string, unknown>)[key] = (value as readonly Node[]).map(change);
    else if (typeof value === 'object' && value !== null)
      (copy as Record<string, unknown>)[key] = change(value as Node);
  }
  return copy;
}

/**
 * Makes a new tree from the bottom up: `change` gets each node, its children changed already, and answers what stands in
 * its place. What stays as it is, is shared with the old tree. The caller answers for putting a fitting node in a place.
 */
export function rewrite<N extends Node>(node: N, change: (node: Node) => Node): N {
  return change(mapChildren(node, (child) => rewrite(child, change))) as N;
}
