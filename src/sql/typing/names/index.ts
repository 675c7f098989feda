/** What the columns of a result are called, a reader for each dialect. */
import type { Expression, SelectItem } from '../../ast/index.js';
import type { DialectName } from '../../dialects/dialect.js';
import type { NamePlace } from '../query-columns.js';
import type { Scope } from '../scope.js';
import { figuredName } from './figured-name.js';
import { writtenText } from './written-text.js';

interface Namer {
  /** Of a column without an alias. */
  item(item: SelectItem, scope: Scope, place: NamePlace): string;
  /** Of a value by itself. */
  expression(expression: Expression, scope: Scope): string;
}

/** What a column is called where its text is not known. */
const NAMELESS = '?column?';

/** The last part of a column's name as it is written. */
const lastPart = (expression: Expression): string | undefined =>
  expression.kind === 'column' ? expression.parts[expression.parts.length - 1]?.value : undefined;

/** MySQL calls a string by its value, and constants in capitals. */
function literalName(expression: Expression): string | undefined {
  if (expression.kind === 'string') return expression.value;
  if (expression.kind === 'null') return 'NULL';
  return expression.kind === 'boolean' ? String(expression.value).toUpperCase() : undefined;
}

const NAMERS: Readonly<Record<DialectName, Namer>> = {
  POSTGRESQL: {
    item: ({ expression }, scope) => figuredName(expression, scope),
    expression: figuredName,
  },
  MYSQL: {
    item: (item, scope) =>
      lastPart(item.expression) ?? literalName(item.expression) ?? writtenText(item, scope) ?? NAMELESS,
    expression: (expression, scope) => writtenText(expression, scope) ?? NAMELESS,
  },
  SQLITE: {
    // a result has the name that the table has, a derived table that which is written
    item: (item, scope, place) => {
      const { expression } = item;
      if (expression.kind === 'column' && place === 'result') return scope.resolve(expression).name;
      return lastPart(expression) ?? writtenText(item, scope) ?? NAMELESS;
    },
    expression: (expression, scope) => writtenText(expression, scope) ?? NAMELESS,
  },
};

/** What the engine calls a column. */
export function columnName(item: SelectItem, scope: Scope, place: NamePlace): string {
  const { dialect } = scope.context;
  if (item.alias !== undefined) return scope.fold(item.alias);
  return NAMERS[dialect.name].item(item, scope, place);
}

/** What the engine calls a function's column in FROM, if nothing names it. */
export function nameOfExpression(expression: Expression, scope: Scope): string {
  return NAMERS[scope.context.dialect.name].expression(expression, scope);
}
