import type { Expression } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { number, text } from '../../made-nodes.js';

/** Whether nothing is at a path of a document. */
export const IS_MISSING: Readonly<Record<Exclude<DialectName, 'MYSQL'>, string>> = {
  POSTGRESQL: '$1 IS NULL',
  SQLITE: 'json_type($1, $2) IS NULL',
};

/** NULL ON EMPTY and NULL ON ERROR are what holds without a word. */
export const isNullWord = (node: Expression | undefined): boolean =>
  node === undefined || (node.kind === 'keyword' && node.word === 'NULL');

/** A default that is a number; MySQL reads other defaults as JSON and MariaDB as they stand. */
export function numberWritten(node: Expression | undefined): Expression | undefined {
  if (node?.kind === 'number') return node;
  return node?.kind === 'string' && /^-?\d+(\.\d+)?$/.test(node.value) ? number(node.value, node.span) : undefined;
}

/** A default that is no document: MariaDB alone takes it, as the text that it is. */
export function textWritten(node: Expression | undefined): Expression | undefined {
  return node?.kind === 'string' && /^[\p{L}_]/u.test(node.value) && !/^(true|false|null)$/.test(node.value)
    ? text(node.value, node.span)
    : undefined;
}
