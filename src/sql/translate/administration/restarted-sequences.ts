import { quotedName } from '../../dialects/quoted.js';
import { toldSequence } from '../../analysis/told-sequence.js';
import { rewrite, type Node, type Statement } from '../../ast/index.js';
import { parseStatement } from '../../parser/index.js';
import type { Translator } from '../translator.js';

/** A sequence that is told to go on from a number, as a change of the column that counts by it; undefined where none is known. */
export function restartedSequence(node: Statement, t: Translator): Statement | undefined {
  const told = toldSequence(node, t.from);
  const { catalogue } = t.scope.context;
  const counted = told?.columns.find(({ table, column }) =>
    catalogue?.table([table])?.columns.some(({ name, autoIncrement }) => name === column && autoIncrement === true),
  );
  if (told === undefined || counted === undefined) return undefined;
  const sql = `ALTER TABLE ${quotedName(counted.table)} ALTER COLUMN ${quotedName(counted.column)} RESTART WITH ${told.next}`;
  const { span } = node;
  return t.node(rewrite<Statement>(parseStatement(sql, t.from), (each: Node) => ({ ...each, span })));
}
