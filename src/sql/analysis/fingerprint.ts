import type { Node, Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { functionOfCall } from './function-of-call.js';
import { TextHash } from './text-hash.js';
import { isValue } from './values.js';

/** Fields that say how something is written, or where, and not what it means. */
const PASSED_BY: ReadonlySet<string> = new Set([
  ...['kind', 'span', 'comments', 'quoted', 'prefixed', 'hints', 'bare', 'row', 'listed', 'called'],
]);

/**
 * What stays the same of a statement when its values change: 16 hexadecimal digits. Literals and parameters are folded
 * to one mark, lists of them in IN and rows of VALUES to one; case, quotes, white space and comments don't count, and a
 * function counts by its meaning. The same query has the same fingerprint in every dialect in which its tree is the same.
 */
export function fingerprintOf(statement: Statement, dialect: Dialect): string {
  const hash = new TextHash();
  addNode(hash, statement, dialect);
  return hash.digits();
}

function addNode(hash: TextHash, node: Node, dialect: Dialect): void {
  if (isValue(node) || (node.kind === 'unary' && node.operator === 'minus' && isValue(node.operand))) {
    hash.addWord('?');
    return;
  }
  if (node.kind === 'name') {
    hash.addText(node.value.toLowerCase());
    return;
  }
  hash.addWord(node.kind);
  for (const key in node) {
    if (PASSED_BY.has(key)) continue;
    const value = (node as unknown as Readonly<Record<string, unknown>>)[key];
    hash.addWord(key);
    if (key === 'name' && node.kind === 'call') hash.addText(meaningOf(node, dialect));
    else if (Array.isArray(value)) addList(hash, { parent: node, items: value as readonly unknown[] }, dialect);
    else addField(hash, value, dialect);
  }
  hash.addWord(')');
}

/** Of a list of values alone, and of the rows of VALUES, the first stands for all. */
function addList(
  hash: TextHash,
  { parent, items }: { parent: Node; items: readonly unknown[] },
  dialect: Dialect,
): void {
  const folds = parent.kind === 'values' || (parent.kind === 'in-list' && (items as readonly Node[]).every(isValue));
  const added = folds ? Math.min(1, items.length) : items.length;
  for (let index = 0; index < added; index += 1) addField(hash, items[index], dialect);
}

/** A node, or what is said of the one around it. */
function addField(hash: TextHash, value: unknown, dialect: Dialect): void {
  if (typeof value === 'string') hash.addText(value.toLowerCase());
  else if (typeof value !== 'object' || value === null) hash.addText(String(value));
  else if ('kind' in value) addNode(hash, value as Node, dialect);
  else hash.addText(JSON.stringify(value));
}

function meaningOf(call: Extract<Node, { kind: 'call' }>, dialect: Dialect): string {
  return functionOfCall(call, dialect)?.meaning ?? call.name.parts.map(({ value }) => value.toLowerCase()).join('.');
}
