import type { TableFunction, TableReference } from '../../ast/index.js';
import type { Translator } from '../translator.js';

/** Functions in FROM. */
export function tableFunction(node: TableFunction, t: Translator): TableReference {
  return t.refuse(node, `\`${t.textOf(node)}\` has no counterpart in the target yet.`);
}
