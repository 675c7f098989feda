import { functionOfCall } from '../../analysis/function-of-call.js';
import {
  resultsOf,
  type BinaryOperator,
  type ColumnReference,
  type Expression,
  type FunctionCall,
} from '../../ast/index.js';
import type { Dialect } from '../../dialects/dialect.js';
import { passedArguments, returnRule } from '../../functions/index.js';
import { typeOfCastTo } from '../type-names/index.js';
import { familyOfNumber, familyOfString, familyOfType, type Family } from './family.js';

/** Functions whose answer SQLite keeps as text, or whose row hangs on types. */
const GIVES: Readonly<Record<string, Family>> = {
  date_sqlite: 'moment',
  datetime_sqlite: 'moment',
  time_sqlite: 'moment',
  utc_timestamp: 'moment',
  utc_date: 'moment',
  utc_time: 'moment',
  date_plus: 'moment',
  date_minus: 'moment',
  timestampadd: 'moment',
  str_to_date: 'moment',
  sum: 'number',
  average: 'number',
};

const OPERATORS: Readonly<Partial<Record<BinaryOperator, Family>>> = {
  multiply: 'number',
  divide: 'number',
  'divide-exact': 'number',
  'divide-integer': 'number',
  modulo: 'number',
  power: 'number',
  concatenate: 'text',
  equal: 'truth',
  'not-equal': 'truth',
  less: 'truth',
  'less-or-equal': 'truth',
  greater: 'truth',
  'greater-or-equal': 'truth',
  'json-get': 'document',
  'json-get-text': 'text',
  'json-path': 'document',
  'json-path-text': 'text',
};

/** Tells what expressions give by their form. */
export class FamilyReader {
  /** @param ofColumn what is known of a column */
  constructor(
    private readonly dialect: Dialect,
    private readonly ofColumn: (node: ColumnReference) => Family | undefined,
  ) {}

  familyOf(node: Expression): Family | undefined {
    switch (node.kind) {
      case 'column':
        return this.ofColumn(node);
      case 'number':
        return familyOfNumber(node, this.dialect.name);
      case 'string':
        return familyOfString(node);
      case 'boolean':
        return 'truth';
      case 'cast':
      case 'typed-literal': {
        const type = typeOfCastTo(node.type, this.dialect)?.type;
        return type && familyOfType(type);
      }
      case 'call':
        return this.#ofCall(node);
      case 'binary':
        return OPERATORS[node.operator] ?? this.#ofSum(node.left, node.right);
      case 'unary':
        return node.operator === 'not' ? 'truth' : 'number';
      case 'collate':
        return 'text';
      case 'case':
        return this.#first(resultsOf(node));
      case 'subquery': {
        const { body } = node.query;
        const [item] = body.kind === 'select' ? body.columns : [];
        return item && this.familyOf(item.expression);
      }
      default:
        return undefined;
    }
  }

  /** The columns that a value is one of. */
  columnsOf(node: Expression): readonly ColumnReference[] {
    if (node.kind === 'column') return [node];
    if (node.kind === 'unary' && node.operator === 'minus') return this.columnsOf(node.operand);
    if (node.kind === 'case') return resultsOf(node).flatMap((one) => this.columnsOf(one));
    if (node.kind !== 'call' || node.over !== undefined) return [];
    const passed = passedArguments(functionOfCall(node, this.dialect)?.meaning, node.arguments);
    return passed?.flatMap((one) => this.columnsOf(one)) ?? [];
  }

  #first(nodes: readonly Expression[]): Family | undefined {
    return nodes.map((node) => this.familyOf(node)).find((family) => family !== undefined);
  }

  /** A sum is one of numbers, unless a moment or an interval stands in it; between dates are days. */
  #ofSum(left: Expression, right: Expression): Family | undefined {
    const families = [left, right].map((node) => this.familyOf(node));
    if (families.includes('moment')) return families.every((one) => one === 'moment') ? undefined : 'moment';
    const isPlain = left.kind !== 'interval' && right.kind !== 'interval' && !families.includes('other');
    const isSure = this.dialect.name !== 'POSTGRESQL' || families.every((one) => one === 'number');
    return isPlain && isSure ? 'number' : undefined;
  }

  #ofCall(node: FunctionCall): Family | undefined {
    const row = functionOfCall(node, this.dialect);
    if (row === undefined) return undefined;
    const passed = passedArguments(row.meaning, node.arguments);
    if (passed !== undefined) return this.#first(passed);
    const given = GIVES[row.meaning];
    if (given !== undefined) return given;
    const rule = returnRule(row, this.dialect.name);
    if (typeof rule === 'string') return familyOfType(rule);
    return rule.rule === 'BY_TYPE' ? familyOfType(rule.otherwise) : undefined;
  }
}
