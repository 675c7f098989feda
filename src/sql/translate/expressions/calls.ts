import { functionOfCall } from '../../analysis/function-of-call.js';
import type { Expression, FunctionCall } from '../../ast/index.js';
import { functionRow, returnRule, type FunctionRow } from '../../functions/index.js';
import { formRow } from '../functions/index.js';
import { byForm, FORM_OF, takenFor, type CallPlace, type FormRow } from '../functions/form.js';
import { choose, dataType, number, qualified } from '../made-nodes.js';
import { withGroups } from '../queries/bare-columns.js';
import { orderWithin } from '../queries/order.js';
import type { RuleTable, Translator } from '../translator.js';
import { castTo } from './casts.js';
import { isNumber, isText, wanted, type Wanted } from './coercion.js';
import { isIntervalValue, sizeOf } from './intervals/interval-values.js';
import { adapting, jsonValue } from './documents/json-operators.js';
import { resultsAlike } from './moments/moment-results.js';
import { rounded } from './numbers/rounded.js';
import { comparedInside } from './texts/text-comparison.js';
import { condition } from './truth.js';
import { wrongArguments } from './wrong-arguments.js';

/** Calls of functions. */
export const calls: RuleTable = {
  call: (node, t) => callOf(fromFirstCharacter(node), t),
  'named-argument': (node, t) => t.refuse(node, 'Arguments by name have no counterpart in the target.'),
  'variadic-argument': (node, t) => t.refuse(node, 'An array as the arguments has no counterpart in the target.'),
};

/** `substring(x FOR n)` begins with the first character: https://www.postgresql.org/docs/current/functions-string.html */
function fromFirstCharacter(node: FunctionCall): FunctionCall {
  if (node.separators === undefined) return node;
  const { separators, arguments: values, ...call } = node;
  const [whole, length] = values;
  const isSuch = separators[0] === '' && separators[1] === 'FOR' && values.length === 2;
  if (!isSuch || whole === undefined || length === undefined) return node;
  return { ...call, arguments: [whole, number(1, length.span), length] };
}

function callOf(node: FunctionCall, t: Translator): Expression {
  const inDocument = jsonValue(node, t);
  if (inDocument !== undefined) return inDocument;
  const row = functionOfCall(node, t.from);
  if (row === undefined) return unknown(node, t);
  // what stands in an aggregate is of each row, and of no group
  const grouped = row.class === 'aggregate' && node.over === undefined ? undefined : t.grouped;
  return withGroups(grouped, t, () => written(withoutFrame(node, row), row, t));
}

/** Functions of the whole part of a window: all engines pass by its frame, and MariaDB takes none. */
const OF_WHOLE_PART: ReadonlySet<string> = new Set(
  'row_number rank dense_rank percent_rank cume_dist ntile lag lead'.split(' '),
);

function withoutFrame(node: FunctionCall, { meaning }: FunctionRow): FunctionCall {
  if (node.over?.frame === undefined || !OF_WHOLE_PART.has(meaning)) return node;
  const { frame: _, ...over } = node.over;
  return { ...node, over };
}

function written(node: FunctionCall, row: FunctionRow, t: Translator): Expression {
  if (row.class === 'scalar' && (node.over !== undefined || node.filter !== undefined))
    t.refuse(node, `\`${t.textOf(node.name)}\` is no function over rows.`, 'Leave out OVER and FILTER.');
  const forms = formRow(row.meaning);
  const place = new WrittenCall(node, row, forms, t);
  const form = forms?.[FORM_OF[t.target]];
  const made = form === undefined ? renamed(place) : byForm(form, place);
  if (made === undefined) return refused(place);
  return forms?.whole === true && form !== undefined ? made : withSuffixes(made, node, t);
}

/** A call, whose arguments are translated only where its form asks: words and intervals among them are no values. */
class WrittenCall implements CallPlace {
  #values: readonly Expression[] | undefined;

  constructor(
    readonly node: FunctionCall,
    readonly row: FunctionRow,
    private readonly forms: FormRow | undefined,
    readonly t: Translator,
  ) {}

  get values(): readonly Expression[] {
    const { row, t } = this;
    this.#values ??= ROUNDING.has(row.meaning) ? rounded(t, () => this.#translated()) : this.#translated();
    return this.#values;
  }

  #translated(): readonly Expression[] {
    const { node, row, forms, t } = this;
    return comparedInside(node, row.meaning, argumentsOf(node, row, forms, t), t);
  }
}

/** Functions of whose argument the last digits are not seen. */
const ROUNDING: ReadonlySet<string> = new Set(
  'floor ceiling round truncate truncate_to_digits format_number sign'.split(' '),
);

/** The arguments, translated as the function takes them. */
function argumentsOf(
  node: FunctionCall,
  row: FunctionRow,
  forms: FormRow | undefined,
  t: Translator,
): readonly Expression[] {
  return (
    resultsAlike(row.meaning, node.arguments, t) ??
    node.arguments.map(
      (value, index) =>
        countedInterval(value, row, t) ??
        literalDocument(value, node, t) ??
        wanted(value, argumentFor(node, row, forms, index, t), t),
    )
  );
}

/** Intervals are counted by how long they are. */
const countedInterval = (value: Expression, row: FunctionRow, t: Translator): Expression | undefined =>
  row.meaning === 'count' && isIntervalValue(value, t) ? sizeOf(value, t) : undefined;

/** What is in a document is a text to functions of texts, and what the others are to those that choose among values. */
function argumentFor(
  node: FunctionCall,
  row: FunctionRow,
  forms: FormRow | undefined,
  index: number,
  t: Translator,
): Wanted {
  const taken = takenFor(forms?.takes, index);
  const value = node.arguments[index] as Expression;
  if (taken !== 'any' || adapting(value, t) === undefined || row.class !== 'scalar') return taken;
  const rule = returnRule(row, 'POSTGRESQL');
  if (rule === 'TEXT' || TAKES_TEXT.has(row.meaning)) return index === 0 ? 'text' : taken;
  if (ARITHMETIC.has(typeof rule === 'string' ? rule : rule.rule)) return 'number';
  if (typeof rule === 'string' || !('rule' in rule) || !CHOOSING.has(rule.rule)) return taken;
  const others = node.arguments.filter((one) => one !== value);
  if (others.some((one) => isText(one, t) || one.kind === 'string')) return 'text';
  return others.some((one) => isNumber(one, t)) ? 'number' : taken;
}

/** A literal beside documents is one to PostgreSQL: COALESCE(json_agg(x), '[]'). */
function literalDocument(value: Expression, node: FunctionCall, t: Translator): Expression | undefined {
  if (value.kind !== 'string' || t.source !== 'POSTGRESQL' || t.typeName(node) !== 'JSON') return undefined;
  const isBeside = node.arguments.some((one) => one !== value && t.typeName(one) === 'JSON');
  const row = functionOfCall(node, t.from);
  const rule = row && returnRule(row, 'POSTGRESQL');
  return isBeside && typeof rule === 'object' && 'rule' in rule && CHOOSING.has(rule.rule)
    ? castTo(value, dataType('jsonb', value.span), value, t)
    : undefined;
}

const CHOOSING: ReadonlySet<string> = new Set(['COMMON', 'ARGUMENT']);

/** What functions of numbers answer with. */
const ARITHMETIC: ReadonlySet<string> = new Set(['INTEGER', 'BIGINT', 'DECIMAL', 'FLOAT', 'BY_TYPE']);

/** Functions of texts that answer with something else. */
const TAKES_TEXT: ReadonlySet<string> = new Set(
  'char_length octet_length position_in_first position_in_second lower upper'.split(' '),
);

function unknown(node: FunctionCall, t: Translator): Expression {
  const wrong = wrongArguments(node, t);
  if (wrong !== undefined) t.refuse(node, wrong, 'Give it what its engine asks for.');
  return t.refuse(
    node,
    `What \`${t.textOf(node.name)}\` does is not known, so that it can’t be carried over.`,
    'Write it with functions of the dialect, or send the statement in the dialect of the database.',
  );
}

function refused({ node, row, t }: CallPlace): Expression {
  return t.refuse(
    node,
    `\`${t.textOf(node.name)}\` has no counterpart in the target that means the same.`,
    COUNTS_CHANGED.has(row.meaning)
      ? 'Read how many rows a change has changed from its own answer, or count what its RETURNING gives.'
      : 'Compute it in the application, or send the statement in the dialect of the database.',
  );
}

/** What tells of the statement before it. */
const COUNTS_CHANGED: ReadonlySet<string> = new Set(['changes', 'total_changes', 'row_count', 'found_rows']);

/** The target's own function of the same meaning. */
function renamed({ node, row, values, t }: CallPlace): Expression | undefined {
  const called = spelling(row, values.length, t);
  if (called === undefined || node.tail !== undefined) return undefined;
  // functions of rows stand in FROM alone, but in PostgreSQL
  if (row.class === 'table' && t.target !== 'POSTGRESQL') return undefined;
  const { span, withinGroup, nulls, fromLast } = node;
  if (nulls === 'ignore' || fromLast === true) return undefined;
  return {
    kind: 'call',
    name: qualified(called, node.name.span),
    arguments: values,
    ...(withinGroup !== undefined && { withinGroup: t.all(withinGroup) }),
    span,
  };
}

/** The first of the target's names that means the row with so many arguments. */
function spelling(row: FunctionRow, count: number, t: Translator): string | undefined {
  return row.names[t.target]?.find(({ name }) => functionRow(t.target, name, count)?.meaning === row.meaning)?.name;
}

/** Whether FILTER bounds the rows of an aggregate. */
const hasFilter = (t: Translator): boolean => t.to.features.onConflict;

/** What stands behind a call, put behind the call of the target's: OVER, FILTER, DISTINCT and the order of its rows. */
function withSuffixes(made: Expression, node: FunctionCall, t: Translator): Expression {
  const { distinct, filter, over, orderBy } = node;
  if (distinct === undefined && filter === undefined && over === undefined && orderBy === undefined) return made;
  return inAggregate(made, t, (inner) => {
    if (inner.kind !== 'call')
      return t.refuse(node, `\`${t.textOf(node)}\` can’t be composed over these rows in the target.`);
    const call: FunctionCall = {
      ...inner,
      ...(distinct === true && { distinct }),
      ...(orderBy !== undefined && inner.orderBy === undefined && { orderBy: orderWithin(orderBy, t) }),
      ...(over !== undefined && { over: t.node(over) }),
    };
    return filter === undefined
      ? call
      : filtered(
          call,
          withGroups(undefined, t, () => condition(filter, t)),
          t,
        );
  });
}

/** Changes the call over a group that an expression of the target's has, which may stand within others. */
function inAggregate(made: Expression, t: Translator, put: (call: Expression) => Expression): Expression {
  if (made.kind === 'call' && isOverRows(made, t)) return put(made);
  if (made.kind === 'cast') return { ...made, operand: inAggregate(made.operand, t, put) };
  if (made.kind === 'call') {
    const at = made.arguments.findIndex((one) => one.kind === 'call' || one.kind === 'cast');
    if (at >= 0)
      return {
        ...made,
        arguments: made.arguments.map((one, index) => (index === at ? inAggregate(one, t, put) : one)),
      };
  }
  if (made.kind === 'binary' && made.left.kind === 'call') return { ...made, left: inAggregate(made.left, t, put) };
  return put(made);
}

function isOverRows(node: FunctionCall, t: Translator): boolean {
  const row = functionOfCall(node, t.to);
  return row?.class === 'aggregate' || row?.class === 'window';
}

/** FILTER, or a value that is NULL for the rows that are left out. */
function filtered(node: FunctionCall, bounds: Expression, t: Translator): FunctionCall {
  if (hasFilter(t)) return { ...node, filter: bounds };
  const [first, ...others] = node.arguments;
  const counted =
    first === undefined || first.kind === 'star' ? ({ kind: 'number', text: '1', span: node.span } as const) : first;
  return { ...node, arguments: [choose([[bounds, counted]], undefined, node.span), ...others] };
}
