import {
  contains,
  rewrite,
  walk,
  type Expression,
  type IsTest,
  type Node,
  type Parameter,
  type Statement,
} from '../ast/index.js';
import { cast, dataType } from './made-nodes.js';
import type { Translator } from './translator.js';

/**
 * PostgreSQL tells a parameter's type by the first place that has one, and refuses a test for NULL before it: a parameter
 * that is tested alone is a text there, and one that is used besides is tested behind that use.
 * https://www.postgresql.org/docs/current/sql-prepare.html
 */
export function withToldParameters<Tree extends Statement>(tree: Tree, t: Translator): Tree {
  if (t.target !== 'POSTGRESQL' || t.source === 'POSTGRESQL' || !contains(tree, isOpenTest)) return tree;
  const told = toldIn(tree);
  return rewrite(tree, (node) => {
    if (isOpenTest(node)) return told.has(keyOf(node.operand)) ? node : { ...node, operand: textOf(node.operand) };
    return node.kind === 'logical' ? { ...node, operands: withTestsBehind(node.operands) } : node;
  });
}

/** Tests stand behind what uses the same parameter, and all else as it was. */
function withTestsBehind(operands: readonly Expression[]): readonly Expression[] {
  const waits = (one: Expression, at: number): boolean =>
    isTestOnly(one) && operands.slice(at + 1).some((other) => uses(other, one.operand));
  const waiting = operands.filter(waits);
  return waiting.length === 0 ? operands : [...operands.filter((one) => !waiting.includes(one)), ...waiting];
}

type OpenTest = IsTest & { readonly operand: Parameter };

const isOpenTest = (node: Node): node is OpenTest =>
  node.kind === 'is' && node.test === 'NULL' && node.operand.kind === 'parameter';

const isTestOnly = (node: Expression): node is OpenTest => isOpenTest(node);

const keyOf = ({ name, number }: Parameter): string => name ?? String(number);

const textOf = (node: Parameter): Expression => cast(node, dataType('text', node.span));

/** The parameters that stand elsewhere than in such tests. */
function toldIn(tree: Statement): ReadonlySet<string> {
  const told = new Set<string>();
  walk(tree, (node) => {
    if (node.kind === 'parameter') told.add(keyOf(node));
    return !isOpenTest(node);
  });
  return told;
}

const uses = (node: Node, { name, number }: Parameter): boolean =>
  contains(
    node,
    (one) => one.kind === 'parameter' && one.name === name && one.number === number,
    (one) => !isOpenTest(one),
  );
