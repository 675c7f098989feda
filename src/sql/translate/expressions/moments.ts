import type { Expression } from '../../ast/index.js';
import type { SqlTypeName } from '../../typing/index.js';
import type { Translator } from '../translator.js';
import { wanted } from './coercion.js';

/** Types of values that are dates and times. */
export const MOMENT_TYPES: ReadonlySet<SqlTypeName | undefined> = new Set<SqlTypeName | undefined>([
  'DATE',
  'TIME',
  'TIMESTAMP',
  'TIMESTAMPTZ',
]);

/** Whether an expression of the source is a date or a moment. */
export const isMoment = (node: Expression, t: Translator): boolean => MOMENT_TYPES.has(t.typeName(node));

/** A value that is compared with a date or a moment. */
export function asMoment(node: Expression, t: Translator): Expression {
  if (node.kind === 'string' || node.kind === 'null') return t.value(node);
  return isMoment(node, t) ? t.value(node) : wanted(node, 'moment', t);
}
