import { nullableIfAny, typed } from '../typed.js';
import { truthOf } from './operators.js';
import type { TypeRules } from './type-rule.js';

/** What asks whether something holds: all of these are truth values. */
export const tests: TypeRules<
  'pattern-match' | 'between' | 'in-list' | 'in-query' | 'in-table' | 'is' | 'exists' | 'quantified' | 'full-text-match'
> = {
  'pattern-match': ({ operand, pattern, escape }, scope) =>
    truthOf(escape === undefined ? [operand, pattern] : [operand, pattern, escape], scope),
  between: ({ operand, low, high }, scope) => truthOf([operand, low, high], scope),
  'in-list': ({ operand, items }, scope) =>
    // nothing is in an empty list, and nothing is what NULL may be in it
    items.length === 0 ? typed('BOOLEAN', false) : truthOf([operand, ...items], scope),
  'in-query': ({ operand, query }, scope) => {
    const columns = scope.columnsOf(query)?.map(({ nullable }) => nullable) ?? [undefined];
    return typed('BOOLEAN', nullableIfAny([scope.typeOf(operand).nullable, ...columns]));
  },
  'in-table': ({ operand }, scope) => typed('BOOLEAN', scope.typeOf(operand).nullable === true ? true : undefined),
  is: () => typed('BOOLEAN', false),
  exists: () => typed('BOOLEAN', false),
  quantified: ({ left, right }, scope) => {
    const { nullable } = scope.typeOf(left);
    if (right.kind !== 'query') return typed('BOOLEAN', nullable === true ? true : undefined);
    const columns = scope.columnsOf(right)?.map((column) => column.nullable) ?? [undefined];
    return typed('BOOLEAN', nullableIfAny([nullable, ...columns]));
  },
  // how well it matches
  'full-text-match': () => typed('FLOAT', false),
};
