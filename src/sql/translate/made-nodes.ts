import type {
  BinaryExpression,
  BinaryOperator,
  CaseExpression,
  CastExpression,
  ColumnReference,
  DataType,
  DerivedTable,
  Expression,
  FunctionCall,
  IsTest,
  LogicalExpression,
  Name,
  NumberLiteral,
  QualifiedName,
  Query,
  QueryBody,
  Select,
  SelectItem,
  Span,
  StringLiteral,
  TableFunction,
  TableReference,
  UnaryExpression,
} from '../ast/index.js';

/** Nodes that a translation makes; each has the span of what it stands for. */
export const name = (value: string, span: Span, quoted = false): Name => ({ kind: 'name', value, quoted, span });

export const qualified = (value: string, span: Span): QualifiedName => ({
  kind: 'qualified-name',
  parts: [name(value, span)],
  span,
});

export const text = (value: string, span: Span): StringLiteral => ({ kind: 'string', value, span });

/** A number; one with a sign is a literal behind a sign. */
export function number(value: number | bigint | string, span: Span): NumberLiteral | UnaryExpression {
  const written = String(value);
  if (!written.startsWith('-')) return { kind: 'number', text: written, span };
  return {
    kind: 'unary',
    operator: 'minus',
    operand: { kind: 'number', text: written.slice(1), span },
    span,
  };
}

export const boolean = (value: boolean, span: Span): Expression => ({ kind: 'boolean', value, span });

export const nothing = (span: Span): Expression => ({ kind: 'null', span });

export const column = (parts: readonly Name[], span: Span): ColumnReference => ({ kind: 'column', parts, span });

/** A call of a function of the target's by its plain name. */
export const call = (called: string, values: readonly Expression[], span: Span): FunctionCall => ({
  kind: 'call',
  name: qualified(called, span),
  arguments: values,
  span,
});

export const dataType = (typeName: string, span: Span, values: readonly Expression[] = []): DataType => ({
  kind: 'data-type',
  name: typeName,
  arguments: values,
  span,
});

export const cast = (operand: Expression, type: DataType): CastExpression => ({
  kind: 'cast',
  operand,
  type,
  span: operand.span,
});

export const binary = (operator: BinaryOperator, left: Expression, right: Expression): BinaryExpression => ({
  kind: 'binary',
  operator,
  left,
  right,
  span: left.span,
});

export const not = (operand: Expression): UnaryExpression => ({
  kind: 'unary',
  operator: 'not',
  operand,
  span: operand.span,
});

export const isNull = (operand: Expression, negated = false): IsTest => ({
  kind: 'is',
  negated,
  operand,
  test: 'NULL',
  span: operand.span,
});

/** All of the conditions; the only one where there is one. */
export function allOf(operands: readonly Expression[]): Expression {
  const flat = operands.flatMap((one) => (one.kind === 'logical' && one.operator === 'and' ? one.operands : [one]));
  const [first, ...others] = flat as [Expression, ...Expression[]];
  if (others.length === 0) return first;
  return { kind: 'logical', operator: 'and', operands: flat, span: first.span } satisfies LogicalExpression;
}

/** Any of the conditions; the only one where there is one. */
export function anyOf(operands: readonly Expression[]): Expression {
  const [first, ...others] = operands as [Expression, ...Expression[]];
  if (others.length === 0) return first;
  return { kind: 'logical', operator: 'or', operands, span: first.span } satisfies LogicalExpression;
}

/** CASE WHEN condition THEN result … ELSE otherwise END */
export function choose(
  branches: readonly (readonly [condition: Expression, result: Expression])[],
  otherwise: Expression | undefined,
  span: Span,
): CaseExpression {
  return {
    kind: 'case',
    branches: branches.map(([condition, result]) => ({ kind: 'case-branch', condition, result, span })),
    ...(otherwise !== undefined && { otherwise }),
    span,
  };
}

export const item = (expression: Expression, alias?: Name): SelectItem => ({
  kind: 'select-item',
  expression,
  ...(alias !== undefined && { alias }),
  span: expression.span,
});

/** A query that is one SELECT. */
export const queryOf = (body: Select, rest: Partial<Omit<Query, 'kind' | 'body'>> = {}): Query => ({
  kind: 'query',
  body,
  span: body.span,
  ...rest,
});

/** A query of all that these have. */
export const allColumnsOf = (
  from: readonly TableReference[],
  span: Span,
  rest: Partial<Omit<Query, 'kind' | 'body'>> = {},
): Query => queryOf({ kind: 'select', columns: [item({ kind: 'star', qualifier: [], span })], from, span }, rest);

/** A query in FROM, which sees no table beside it. */
export const derivedTable = (query: Query, alias: Name, span: Span): DerivedTable => ({
  kind: 'derived-table',
  lateral: false,
  query,
  alias,
  span,
});

/** The values of a function in FROM, under a name for them. */
export const calledTable = (
  call: FunctionCall,
  [alias, value]: readonly [table: Name, column: Name],
  span: Span,
): TableFunction => ({
  kind: 'table-function',
  lateral: false,
  rowsFrom: false,
  calls: [{ kind: 'table-function-call', call, span }],
  ordinality: false,
  alias,
  columns: [value],
  span,
});

/** The rows of all of these, one behind the other. */
export const unionOf = (first: QueryBody, others: readonly QueryBody[]): QueryBody =>
  others.reduce<QueryBody>(
    (left, right) => ({ kind: 'set-operation', operator: 'union', all: true, left, right, span: left.span }),
    first,
  );
