import { functionOfCall } from '../../analysis/function-of-call.js';
import {
  ARITHMETIC,
  resultsOf,
  type ColumnReference,
  type Expression,
  type FunctionCall,
  type QueryBody,
} from '../../ast/index.js';
import { passedArguments } from '../../functions/index.js';
import { scopeOfSelect, type Scope } from '../../typing/index.js';
import { allOf, call, text } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { isLikelyWhole } from './likely-family.js';
import { isWholePart } from './moments/moment-words.js';
import { WHOLE_TYPES } from './numbers/number-types.js';

/** A condition of the target, or what is known of it before the statement runs. */
type Wholeness = Expression | boolean;

/** What a table of the target declares a column as, asked of the target itself: once in a statement, as it hangs on no row. */
const ASKED = {
  MYSQL:
    '(SELECT $3 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = $1 AND COLUMN_NAME = $2)',
  // https://www.sqlite.org/pragma.html#pragfunc
  SQLITE: '(SELECT $3 FROM pragma_table_info($1) WHERE name = $2 COLLATE NOCASE)',
} as const;

/** Types whose columns SQLite keeps as whole numbers. https://www.sqlite.org/datatype3.html#determination_of_column_affinity */
const IS_WHOLE = { MYSQL: "DATA_TYPE LIKE '%int'", SQLITE: "type LIKE '%INT%'" } as const;
/** What PostgreSQL adds up to a whole number: a sum of BIGINTs is a NUMERIC. */
const ADDS_UP_WHOLE = {
  MYSQL: "DATA_TYPE LIKE '%int' AND DATA_TYPE <> 'bigint'",
  SQLITE: "type LIKE '%INT%' AND type NOT LIKE '%BIGINT%'",
} as const;
/** Digits behind the point: those of NUMERIC(10, 2), none of whole numbers. */
const DIGITS =
  "CASE WHEN type LIKE '%INT%' OR type LIKE 'BOOL%' THEN 0 WHEN type LIKE '%(%,%)' THEN CAST(substr(type, instr(type, ',') + 1) AS INTEGER) ELSE $4 END";

/**
 * What the target declares of a column whose type nobody tells.
 * @param what is asked, of the words that its catalogue has
 * @returns undefined where it is no column of a table that the statement names
 */
function asked(node: ColumnReference, what: string, t: Translator): Expression | undefined {
  const { target } = t;
  if (target === 'POSTGRESQL' || !t.isExact || t.isDefinition) return undefined;
  const { name, nameInTable = name, table } = t.scope.resolve(node);
  const tables = table === undefined ? tablesInReach(node, t) : [table.name];
  const form = ASKED[target].replace('$3', what);
  const answers = tables.map((one) => t.form(form, [text(one, node.span), text(nameInTable, node.span)], node));
  const [first, second] = answers;
  return second === undefined ? first : call('COALESCE', answers, node.span);
}

/** So many tables that a column may be of are asked one by one. */
const MOST_TABLES = 4;

/** The tables that a name without a qualifier may be of, where all that it may be of are tables. */
function tablesInReach({ parts }: ColumnReference, t: Translator): readonly string[] {
  const names = new Set<string>();
  if (parts.length > 1) return [];
  for (let scope: Scope | undefined = t.scope; scope !== undefined; scope = scope.outer)
    for (const { origin, columns } of scope.from.sources) {
      if (origin === undefined || columns !== undefined) return [];
      names.add(origin.name);
    }
  return names.size <= MOST_TABLES ? [...names] : [];
}

/**
 * How many digits SQLite's table declares a column with.
 * @param otherwise where it declares none
 */
export const declaredDigits = (node: ColumnReference, otherwise: number, t: Translator): Expression | undefined =>
  t.target === 'SQLITE' ? asked(node, DIGITS.replace('$4', String(otherwise)), t) : undefined;

/**
 * Whether a number of PostgreSQL's is a whole one, by what the target declares its columns as; undefined where that does not tell.
 */
export function declaredWhole(node: Expression, t: Translator): Wholeness | undefined {
  const type = t.typeName(node);
  if (node.kind === 'null' || WHOLE_TYPES.has(type) || isWholePart(node, t) || isLikelyWhole(node, t)) return true;
  if (type === 'DECIMAL' || type === 'FLOAT') return false;
  switch (node.kind) {
    case 'column':
      return t.target === 'POSTGRESQL' ? undefined : asked(node, IS_WHOLE[t.target], t);
    case 'unary':
      return node.operator === 'minus' ? declaredWhole(node.operand, t) : undefined;
    case 'binary':
      return ARITHMETIC.has(node.operator) ? allWhole([node.left, node.right], t) : undefined;
    case 'case':
      return allWhole(resultsOf(node), t);
    case 'call':
      return ofCall(node, t);
    case 'subquery':
      return ofQuery(node.query.body, t);
    default:
      return undefined;
  }
}

/** Functions whose answer PostgreSQL has as a decimal or a floating-point number, though it may have nothing behind the point. */
const NEVER_WHOLE: ReadonlySet<string> = new Set(
  `average power square_root exponential logarithm_natural logarithm_10 logarithm_2 round truncate_to_digits truncate floor ceiling
   deviation_of_sample deviation_of_population variance_of_sample variance_of_population percentile_cont random_fraction`.split(
    /\s+/,
  ),
);

/** The one value that a query gives. */
function ofQuery(body: QueryBody, t: Translator): Wholeness | undefined {
  const [item] = body.kind === 'select' ? body.columns : [];
  if (body.kind !== 'select' || item?.kind !== 'select-item') return undefined;
  return t.within(scopeOfSelect(body, t.scope), () => declaredWhole(item.expression, t));
}

function ofCall(node: FunctionCall, t: Translator): Wholeness | undefined {
  const meaning = functionOfCall(node, t.from)?.meaning ?? '';
  const [first] = node.arguments;
  if (NEVER_WHOLE.has(meaning)) return false;
  if (meaning === 'sum') return first && addsUpWhole(first, t);
  const passed = meaning === 'abs' ? node.arguments : passedArguments(meaning, node.arguments);
  return passed && allWhole(passed, t);
}

/** A sum of sums is a NUMERIC, as that of BIGINTs is. */
function addsUpWhole(node: Expression, t: Translator): Wholeness | undefined {
  const { target } = t;
  if (node.kind === 'call' && functionOfCall(node, t.from)?.meaning === 'sum') return false;
  if (node.kind !== 'column' || target === 'POSTGRESQL') return declaredWhole(node, t);
  return t.typeName(node) === undefined ? asked(node, ADDS_UP_WHOLE[target], t) : declaredWhole(node, t);
}

/** Whether all of them are whole. */
export function allWhole(nodes: readonly Expression[], t: Translator): Wholeness | undefined {
  const told = nodes.map((one) => declaredWhole(one, t));
  if (told.includes(false)) return false;
  if (told.includes(undefined)) return undefined;
  const open = told.filter((one): one is Expression => typeof one === 'object');
  return open.length === 0 ? true : allOf(open);
}
