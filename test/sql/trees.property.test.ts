import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression, Name, Query, Select, TableReference } from '../../src/sql/ast/index.js';
import { dialects, generate, parseStatement, type Dialect, type DialectName } from '../../src/sql/index.js';
import { SEED } from './fuzz.js';
import { meaningOf } from './trees.js';

const span = { start: 0, end: 0 };

/** Names of all sorts: plain ones, reserved words, and what only quotes can hold. */
const name: fc.Arbitrary<Name> = fc.oneof(
  fc.constantFrom('a', 'b', 'total', 'x1').map((value): Name => ({ kind: 'name', value, quoted: false, span })),
  fc
    .oneof(
      fc.constantFrom('select', 'order', 'Mixed Case', 'it"s', 'back`tick', 'ü', '1st'),
      fc.string({ minLength: 1, maxLength: 5 }),
    )
    .filter((value) => !value.includes('\0') && value.trim() !== '' && !value.includes(']'))
    .map((value): Name => ({ kind: 'name', value, quoted: true, span })),
);

const text = fc.string({ maxLength: 6 }).filter((value) => !value.includes('\0'));

function literals(): fc.Arbitrary<Expression> {
  return fc.oneof(
    fc.constant<Expression>({ kind: 'null', span }),
    fc.boolean().map((value): Expression => ({ kind: 'boolean', value, span })),
    fc.nat(1000).map((value): Expression => ({ kind: 'number', text: String(value), span })),
    text.map((value): Expression => ({ kind: 'string', value, span })),
    fc.array(name, { minLength: 1, maxLength: 2 }).map((parts): Expression => ({ kind: 'column', parts, span })),
    fc.constant<Expression>({ kind: 'parameter', spelling: '$1', number: 1, span }),
  );
}

/** Expressions of the operators that a dialect has. */
function expressions(dialect: Dialect): fc.Arbitrary<Expression> {
  const rules = [...dialect.operators.infix.values()].map(({ reads }) => reads);
  const binaries = [...new Set(rules.flatMap((reads) => ('binary' in reads ? [reads.binary] : [])))];
  const logicals = [...new Set(rules.flatMap((reads) => ('logical' in reads ? [reads.logical] : [])))];
  const patterns = [...new Set(rules.flatMap((reads) => ('pattern' in reads ? [reads.pattern] : [])))];
  const unaries = [...new Set([...dialect.operators.prefix.values()].map(({ operator }) => operator))];
  return fc.letrec<{ expression: Expression }>((tie) => {
    const inner = tie('expression');
    const branches: fc.Arbitrary<Expression>[] = [
      literals(),
      fc
        .record({ operator: fc.constantFrom(...binaries), left: inner, right: inner })
        .map((parts): Expression => ({ kind: 'binary', ...parts, span })),
      fc
        .record({ operator: fc.constantFrom(...unaries), operand: inner })
        .map((parts): Expression => ({ kind: 'unary', ...parts, span })),
      fc
        .record({ operator: fc.constantFrom(...logicals), operands: fc.array(inner, { minLength: 2, maxLength: 3 }) })
        .map(({ operator, operands }): Expression => {
          // a chain within a chain of the same operator would be one chain
          const flat = operands.map((each): Expression =>
            each.kind === 'logical' && each.operator === operator ? { kind: 'null', span } : each,
          );
          return { kind: 'logical', operator, operands: flat, span };
        }),
      fc
        .record({ language: fc.constantFrom(...patterns), negated: fc.boolean(), operand: inner, pattern: inner })
        .map((parts): Expression => ({ kind: 'pattern-match', ...parts, span })),
      fc
        .record({ negated: fc.boolean(), operand: inner, low: inner, high: inner })
        .map((parts): Expression => ({ kind: 'between', symmetric: false, ...parts, span })),
      fc
        .record({ negated: fc.boolean(), operand: inner, items: fc.array(inner, { minLength: 1, maxLength: 3 }) })
        .map((parts): Expression => ({ kind: 'in-list', ...parts, span })),
      fc
        .record({ negated: fc.boolean(), operand: inner })
        .map((parts): Expression => ({ kind: 'is', test: 'NULL', ...parts, span })),
      fc
        .record({ condition: inner, result: inner, otherwise: inner })
        .map(({ condition, result, otherwise }): Expression => ({
          kind: 'case',
          branches: [{ kind: 'case-branch', condition, result, span }],
          otherwise,
          span,
        })),
      fc.record({ part: name, items: fc.array(inner, { maxLength: 2 }) }).map(({ items }): Expression => ({
        kind: 'call',
        name: { kind: 'qualified-name', parts: [{ kind: 'name', value: 'fold', quoted: false, span }], span },
        arguments: items,
        span,
      })),
      fc.record({ operand: inner }).map(({ operand }): Expression => ({
        kind: 'cast',
        operand,
        type: { kind: 'data-type', name: 'char', arguments: [], span },
        span,
      })),
      fc.array(inner, { minLength: 2, maxLength: 3 }).map((items): Expression => ({ kind: 'row', items, span })),
      queries(inner).map((query): Expression => ({ kind: 'subquery', query, span })),
      fc
        .record({ negated: fc.boolean(), operand: inner, query: queries(inner) })
        .map((parts): Expression => ({ kind: 'in-query', ...parts, span })),
    ];
    return {
      expression: fc.oneof({ maxDepth: 4, withCrossShrink: true }, ...(branches as [fc.Arbitrary<Expression>])),
    };
  }).expression;
}

function selects(inner: fc.Arbitrary<Expression>): fc.Arbitrary<Select> {
  const table = fc.record({ part: name, alias: name }).map(({ part, alias }): TableReference => ({
    kind: 'table-name',
    name: { kind: 'qualified-name', parts: [part], span },
    alias,
    span,
  }));
  const joined = fc
    .record({ type: fc.constantFrom('inner' as const, 'left' as const), left: table, right: table, on: inner })
    .map((parts): TableReference => ({ kind: 'join', natural: false, ...parts, span }));
  return fc
    .record({ expression: inner, alias: name, from: fc.oneof(table, joined), where: inner, distinct: fc.boolean() })
    .map(({ expression, alias, from, where, distinct }): Select => ({
      kind: 'select',
      ...(distinct && { distinct }),
      columns: [{ kind: 'select-item', expression, alias, span }],
      from: [from],
      where,
      span,
    }));
}

function queries(inner: fc.Arbitrary<Expression>): fc.Arbitrary<Query> {
  const select = selects(inner);
  const operator = fc.constantFrom('union' as const, 'except' as const, 'intersect' as const);
  const body = fc.oneof(
    { weight: 3, arbitrary: select },
    fc
      .record({ operator, all: fc.constant(false), left: select, right: select })
      .map((parts) => ({ kind: 'set-operation', ...parts, span }) as const),
  );
  return fc.record({ body, ordered: fc.boolean(), item: inner }).map(({ body: read, ordered, item }): Query => ({
    kind: 'query',
    body: read,
    // a query that sorts has a bound as well, so that it is no other query’s parentheses
    ...(ordered && {
      orderBy: [{ kind: 'order-item', expression: item, direction: 'desc', span }],
      limit: { kind: 'limit', count: { kind: 'number', text: '3', span }, span },
    }),
    span,
  }));
}

describe.each(Object.keys(dialects) as DialectName[])('trees of %s', (dialectName) => {
  const dialect = dialects[dialectName];

  it('are printed so that they are read again as they were', () => {
    fc.assert(
      fc.property(queries(expressions(dialect)), (query) => {
        const printed = generate(query, dialect);
        expect(meaningOf(parseStatement(printed, dialect))).toEqual(meaningOf(query));
      }),
      { numRuns: 400, seed: SEED },
    );
  });

  it('are printed in any width alike', () => {
    fc.assert(
      fc.property(queries(expressions(dialect)), fc.integer({ min: 10, max: 200 }), (query, width) => {
        const printed = generate(query, dialect, { width });
        expect(meaningOf(parseStatement(printed, dialect))).toEqual(meaningOf(query));
      }),
      { numRuns: 100, seed: SEED },
    );
  });
});
