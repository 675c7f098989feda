import {
  rewrite,
  type ChangeColumn,
  type Expression,
  type Name,
  type Node,
  type QualifiedName,
  type Statement,
} from '../../../ast/index.js';
import { parseStatement } from '../../../parser/index.js';
import { column as columnNamed } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';

/**
 * Whether a change makes a moment never NULL, which MySQL's TIMESTAMP alone takes for the moment of the change.
 * https://dev.mysql.com/doc/refman/8.4/en/timestamp-initialization.html
 */
export function fillsMoments({ definition, oldName }: ChangeColumn, t: Translator): boolean {
  const { type, constraints, name, span } = definition;
  const isNever = constraints.some(({ rule }) => rule.kind === 'not-null');
  if (t.source !== 'MYSQL' || type?.name !== 'timestamp' || !isNever) return false;
  return t.scope.resolve(columnNamed([oldName ?? name], span)).nullable !== false;
}

/** The moment of the change in the place of NULL. */
export const momentFor = (value: Expression, at: Node, t: Translator): Expression =>
  t.form('COALESCE($1, CURRENT_TIMESTAMP)', [value], at);

/** UPDATE of the rows without a moment, in the target. */
export function filledMoments(table: QualifiedName, own: Name, t: Translator): Statement {
  const read = parseStatement('UPDATE t SET c = CURRENT_TIMESTAMP WHERE c IS NULL', t.to);
  return rewrite<Statement>(read, (node: Node) => {
    if (node.kind === 'table-name') return { ...node, name: table };
    return node.kind === 'column' && node.parts[0]?.value === 'c' ? columnNamed([own], own.span) : node;
  });
}
