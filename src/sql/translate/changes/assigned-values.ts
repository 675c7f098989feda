import {
  asked,
  contains,
  type DefaultValue,
  type Expression,
  type Node,
  type Parameter,
  type StringLiteral,
} from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import {
  familyOfName,
  isNameOfTruth,
  mayBeNameOfDocument,
  type RelationColumn,
  type SqlType,
  type SqlTypeName,
} from '../../typing/index.js';
import { functionOfCall } from '../../analysis/function-of-call.js';
import { jsonOfArrayText } from '../expressions/arrays/array-text.js';
import { refuseEndless } from '../expressions/moments/endless-values.js';
import { HAS_ARRAYS } from '../expressions/arrays/array-values.js';
import { bytesOfText } from '../expressions/texts/bytea-text.js';
import { adaptedNumber, adaptedText } from '../expressions/documents/json-operators.js';
import { momentInUtc } from '../expressions/moments/moment-offsets.js';
import { specialMoment } from '../expressions/moments/special-moments.js';
import { INTEGER_TYPES, NUMBER_TYPES } from '../expressions/numbers/number-types.js';
import { condition, HAS_BOOLEANS, isTruth } from '../expressions/truth.js';
import { isZeroDay } from '../expressions/moments/zero-days.js';
import { boolean, cast, dataType, nothing, number, text } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { withDigitsOfAmounts } from './amounts.js';
import { bitsOfColumn } from './bits-of-column.js';
import { identifierOf } from './identifier-text.js';
import { noticeOfDigits, noticeOfFraction } from './kept-digits.js';
import { lastOf } from '../queries/lowering/references.js';
import { millisecondsAsMoment, usualMoment } from './moment-spellings.js';
import { amountOfText } from './money-text.js';
import { columnByName, groupedMoment, likelyMoments, valueForOpen, type AssignedColumn } from './open-columns.js';
import { roundedDecimal } from './rounded-decimal.js';
import { textWithNul } from './texts-with-nul.js';

/** A value that is put into a column, which makes its own type of it where the engine does. */
export function assignedValue(value: Expression, given: AssignedColumn, t: Translator): Expression {
  const assigned = withDigitsOfAmounts(value, given, t);
  const column = assigned.known;
  noticeOfDigits(value, given, assigned !== given, t);
  noticeOfFraction(value, assigned, t);
  if (value.kind === 'default') return isOwnDefault(value, given, t) ? defaultOf(column, value, t) : t.value(value);
  const bits = bitsOfColumn(value, column, t);
  if (bits !== undefined) return bits;
  if (column?.type?.type === 'BOOLEAN' && value.kind !== 'parameter' && value.kind !== 'null') {
    return truthOf(value, t);
  }
  const bytes = column?.type?.type === 'BINARY' ? bytesOfText(value, t) : undefined;
  if (bytes !== undefined) return bytes;
  const amount = column?.type?.type === 'DECIMAL' ? amountOfText(value, t) : undefined;
  if (amount !== undefined) return amount;
  const identifier = column?.type?.type === 'UUID' ? identifierOf(value, t) : undefined;
  if (identifier !== undefined) return identifier;
  const list = listOf(value, column, t);
  if (list !== undefined) return list;
  refuseEndless(value, column?.type?.type, t);
  if (isZeroDay(value, column?.type?.type, t)) {
    t.notice('ZERO_DAY', value);
    return nothing(value.span);
  }
  const likely = likelyMoments(assigned, t) ?? column;
  const probable = likely?.type === undefined ? columnByName(assigned) : likely;
  const moment = momentInUtc(value, probable?.type?.type, t) ?? specialMoment(value, probable?.type?.type, t);
  if (moment !== undefined) return assignedValue(moment, assigned, t);
  const chosen = withStoredTexts(value, probable, t);
  if (chosen !== value) return assignedValue(chosen, assigned, t);
  const word = truthWord(value, assigned, t);
  if (word !== undefined) return word;
  const spelled = usualMoment(value, likely, t) ?? millisecondsAsMoment(value, column, t);
  if (spelled !== undefined) return assignedValue(spelled, assigned, t);
  if (value.kind === 'string' && t.target === 'SQLITE') return textWithNul(value, t) ?? storedText(value, likely, t);
  if (value.kind === 'parameter')
    return givenMoment(value, column, t) ?? givenNumber(value, column, t) ?? t.value(value);
  if (value.kind === 'string' || value.kind === 'null') return t.value(value);
  const open = valueForOpen(value, assigned, t);
  if (open !== undefined) return open;
  return (
    fromDocument(value, assigned, t) ??
    converted(
      t.value(value),
      typeOfGivenText(value, column, t) ??
        t.typeOf(value).type ??
        typeOfReckoned(value, column, t) ??
        typeOfAmount(assigned, given),
      column,
      t,
    )
  );
}

/** A text that is given for a moment, which may be compared with texts besides: PostgreSQL has one type for it everywhere. */
function givenMoment(value: Parameter, column: RelationColumn | undefined, t: Translator): Expression | undefined {
  if (t.source !== 'SQLITE' || t.target !== 'POSTGRESQL' || column?.type === undefined) return undefined;
  return MOMENT_TYPES.has(column.type.type)
    ? asDeclared(t.value(value), { ...column, type: column.type }, t)
    : undefined;
}

/** SQLite's moments are texts, and so is what PostgreSQL makes of one of them or a text that is given or put together. */
function typeOfGivenText(value: Expression, column: RelationColumn | undefined, t: Translator): SqlType | undefined {
  if (t.source !== 'SQLITE' || t.target !== 'POSTGRESQL' || !MOMENT_TYPES.has(column?.type?.type)) return undefined;
  const isText = (node: Node): boolean =>
    node.kind === 'parameter' || (node.kind === 'binary' && node.operator === 'concatenate');
  return contains(value, isText) ? { type: 'TEXT' } : undefined;
}

/** A number that is given for a DECIMAL: SQLite keeps all its digits where the source rounds it to those of the column. */
function givenNumber(value: Parameter, column: RelationColumn | undefined, t: Translator): Expression | undefined {
  const { type, scale = 0 } = column?.type ?? {};
  if (t.source === 'SQLITE' || t.target !== 'SQLITE' || type !== 'DECIMAL' || scale === 0) return undefined;
  return t.form(`ROUND($1, ${scale})`, [t.value(value)], value);
}

/** What is reckoned with a parameter may have any digits, but for PostgreSQL's, which are whole beside whole numbers. */
function typeOfReckoned(value: Expression, column: RelationColumn | undefined, t: Translator): SqlType | undefined {
  if (value.kind !== 'binary' || t.source === 'SQLITE' || t.target !== 'SQLITE') return undefined;
  if (!contains(value, ({ kind }) => kind === 'parameter')) return undefined;
  // counters are moved by whole numbers, and ROUND keeps but 53 bits
  const isScaled = t.source === 'MYSQL' && (value.operator === 'multiply' || value.operator === 'divide');
  return column?.type?.type === 'DECIMAL' || isScaled ? { type: 'FLOAT' } : undefined;
}

/** What is reckoned for a sum of money may have any digits. */
const typeOfAmount = (assigned: AssignedColumn, given: AssignedColumn): SqlType | undefined =>
  assigned === given ? undefined : { type: 'FLOAT' };

/** Functions whose answer is one of their arguments, by the first of these. */
const CHOOSING: ReadonlyMap<string, number> = new Map([
  ['coalesce', 0],
  ['nullif', 0],
  ['if', 1],
  ['greatest_strict', 0],
  ['least_strict', 0],
  ['greatest_without_nulls', 0],
  ['least_without_nulls', 0],
]);

/** A value that is one of several: those of them that are texts as the target has to be given them for the column. */
function withStoredTexts(value: Expression, column: RelationColumn | undefined, t: Translator): Expression {
  if (t.target === 'POSTGRESQL' || column?.type === undefined) return value;
  const { type } = column.type;
  const stored = (one: Expression): Expression => {
    if (one.kind !== 'string') return withStoredTexts(one, column, t);
    const written = momentInUtc(one, type, t) ?? one;
    const kept = t.target === 'SQLITE' ? storedSpelling(written, column) : undefined;
    return kept === undefined || kept.value === written.value ? written : kept;
  };
  const others = (given: readonly Expression[], from: number): readonly Expression[] => {
    const made = given.map((one, at) => (at < from ? one : stored(one)));
    return made.some((one, at) => one !== given[at]) ? made : given;
  };
  if (value.kind === 'case') {
    const branches = value.branches.map((one) => ({ ...one, result: stored(one.result) }));
    const otherwise = value.otherwise && stored(value.otherwise);
    const isSame =
      otherwise === value.otherwise && branches.every(({ result }, at) => result === value.branches[at]?.result);
    return isSame ? value : { ...value, branches, ...(otherwise !== undefined && { otherwise }) };
  }
  const meaning = value.kind === 'call' ? functionOfCall(value, t.from)?.meaning : undefined;
  const first = CHOOSING.get(meaning ?? '');
  if (value.kind !== 'call' || first === undefined) return value;
  const made = others(value.arguments, first);
  return made === value.arguments ? value : { ...value, arguments: made };
}

/** A word of PostgreSQL's for a truth value, in a column of numbers or one that goes by a name of truths. */
function truthWord(value: Expression, { called, known }: AssignedColumn, t: Translator): Expression | undefined {
  if (value.kind !== 'string' || t.source !== 'POSTGRESQL' || !asked(value, isTruthWord)) return undefined;
  const isOpen = known?.type === undefined && called !== undefined && isNameOfTruth(called.value);
  if (!isOpen && !INTEGER_TYPES.has(known?.type?.type)) return undefined;
  return number(TRUE_WORD.test(value.value) ? '1' : '0', value.span);
}

const isTruthWord = (written: string): boolean =>
  /^\s*(?:t|tr|tru|true|y|ye|yes|on|f|fa|fal|fals|false|n|no|of|off)\s*$/i.test(written);

/** What SQLite takes out of a document is a text or a number to it, and a document still to PostgreSQL. */
function fromDocument(value: Expression, { called, known }: AssignedColumn, t: Translator): Expression | undefined {
  if (t.source !== 'SQLITE' || t.target !== 'POSTGRESQL') return undefined;
  const type = known?.type?.type ?? (called === undefined ? undefined : typeByName(called.value));
  if (NUMBER_TYPES.has(type)) return adaptedNumber(value, t);
  const made = type === 'TEXT' || MOMENT_TYPES.has(type) ? adaptedText(value, t) : undefined;
  return made !== undefined && type !== 'TEXT' ? converted(made, { type: 'TEXT' }, known, t) : made;
}

/** What a column keeps that no catalogue tells of: numbers, or texts, unless it may keep documents. */
function typeByName(called: string): SqlTypeName | undefined {
  const family = familyOfName(called);
  if (family === 'number') return 'DECIMAL';
  return family === 'text' || (family === undefined && !mayBeNameOfDocument(called)) ? 'TEXT' : undefined;
}

const MOMENT_TYPES: TypeNames = new Set<SqlTypeName>(['DATE', 'TIME', 'TIMESTAMP', 'TIMESTAMPTZ']);

/** The text of an array, where the target has a document of JSON instead. */
function listOf(value: Expression, column: RelationColumn | undefined, t: Translator): Expression | undefined {
  const type = column?.type;
  if (value.kind !== 'string' || type?.type !== 'ARRAY' || HAS_ARRAYS[t.target]) return undefined;
  const list = jsonOfArrayText(value.value, type.element?.type);
  return list === undefined ? undefined : text(list, value.span);
}

/** `DEFAULT`, and MySQL's `DEFAULT(column)` of the column itself. */
const isOwnDefault = ({ column }: DefaultValue, { called }: AssignedColumn, t: Translator): boolean =>
  column === undefined || (called !== undefined && t.scope.key(lastOf(column)) === t.scope.key(called));

/** SQLite knows the word in a table's definition alone: what that says there is written in its place. */
function defaultOf(column: RelationColumn | undefined, node: DefaultValue, t: Translator): Expression {
  // the number of a row is given where it is NULL; the word is 0 in MySQL where its mode says that 0 is a number as any
  if (column?.autoIncrement === true && t.target !== 'POSTGRESQL') return nothing(node.span);
  if (t.target !== 'SQLITE') return { kind: 'default', span: node.span };
  if (column?.default === undefined) {
    t.refuse(
      node,
      'The target has no DEFAULT among values.',
      'Write the value, or name a `target`, whose tables tell it.',
    );
  }
  return column.default === null ? nothing(node.span) : t.form(column.default, [], node);
}

const DAYS_AND_MOMENTS: ReadonlySet<SqlTypeName | undefined> = new Set<SqlTypeName>([
  'DATE',
  'TIMESTAMP',
  'TIMESTAMPTZ',
]);

/** A day with or without a time, as engines that have types for them read it. */
const MOMENT = /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(\.\d+)?)?)?\s*$/;

/** SQLite keeps the text of a moment as it is written: it is written as the others would show it. */
function storedText(value: StringLiteral, column: RelationColumn | undefined, t: Translator): Expression {
  return storedSpelling(value, column) ?? t.value(roundedText(value, column));
}

/** The usual text of a written moment; undefined of any other value or column. */
function storedSpelling(value: StringLiteral, column: RelationColumn | undefined): StringLiteral | undefined {
  const type = column?.type?.type;
  const parts = DAYS_AND_MOMENTS.has(type) ? MOMENT.exec(value.value) : null;
  if (parts === null) return undefined;
  const [year, month, day, hour, minute, second] = parts
    .slice(1, 7)
    .map((part: string | undefined) => (part ?? '').padStart(2, '0'));
  const date = [year, month, day].join('-');
  if (type === 'DATE') return text(date, value.span);
  const fraction = (parts[7] ?? '').replace(/\.?0+$/, '');
  return text(`${date} ${[hour, minute, second].join(':')}${fraction}`, value.span);
}

const NUMBER = /^\s*(-?)(\d*\.\d+)\s*$/;

/** The digits of a text that becomes a number, as many as the column keeps. */
function roundedText(value: StringLiteral, column: RelationColumn | undefined): StringLiteral {
  const isNumber = NUMBER_TYPES.has(column?.type?.type) && asked(value, (written) => NUMBER.test(written));
  const match = isNumber ? NUMBER.exec(value.value) : null;
  if (column?.type === undefined || match === null) return value;
  return text(`${match[1] ?? ''}${keptDigits(match[2] ?? '', column.type)}`, value.span);
}

/** The words that PostgreSQL takes for truth values: https://www.postgresql.org/docs/current/datatype-boolean.html */
const TRUE_WORD = /^\s*(?:t|tr|tru|true|y|ye|yes|on|1)\s*$/i;

const isNoNumber = (written: string): boolean => !/^\s*[-+]?[\d.]/.test(written);

const TRUTH_NUMBER = /^0*[01](?:\.0*)?$/;

function truthOf(value: Expression, t: Translator): Expression {
  if (value.kind === 'string' && HAS_BOOLEANS[t.source]) return boolean(TRUE_WORD.test(value.value), value.span);
  if (value.kind === 'string' && !HAS_BOOLEANS[t.target]) return t.value(value);
  if (value.kind === 'string' && t.source === 'SQLITE' && asked(value, isNoNumber)) {
    // SQLite keeps the text; PostgreSQL makes of it what it says, or takes it for no truth value
    t.notice('TYPE_CHANGED', value, 'A truth value keeps no text.');
    return t.value(value);
  }
  if (
    value.kind === 'number' &&
    !HAS_BOOLEANS[t.source] &&
    HAS_BOOLEANS[t.target] &&
    asked(value, (written) => !TRUTH_NUMBER.test(written))
  )
    t.notice('TYPE_CHANGED', value, 'A truth value keeps no number but 0 and 1.');
  return condition(value, t);
}

/** What an engine does not make of a value by itself: a form of its own SQL, by the types of value and column. */
type Conversion = (made: Expression, column: RelationColumn & { readonly type: SqlType }, t: Translator) => Expression;

type TypeNames = ReadonlySet<SqlTypeName | undefined>;

interface ConversionRow {
  readonly from: TypeNames;
  readonly to: TypeNames;
  readonly make: Conversion;
}

const types = (...names: SqlTypeName[]): TypeNames => new Set(names);

/** As the catalogue has it, or by the type's own name. */
const asDeclared: Conversion = (made, { databaseType, type }) =>
  cast(made, dataType(databaseType ?? type.type.toLowerCase(), made.span));

/** A time that is put together as a text, since it may be past the day: https://dev.mysql.com/doc/refman/8.4/en/time.html */
const builtTime: Conversion = (made, column, t) =>
  made.kind === 'binary' || made.kind === 'case' ? asDeclared(made, column, t) : made;

/** A number in a document, which is no number to PostgreSQL before it is taken out. */
const numberOfDocument: Conversion = (made, column, t) => asDeclared(t.form("$1 #>> '{}'", [made], made), column, t);

const filled =
  (form: string): Conversion =>
  (made, _column, t) =>
    t.form(form, [made], made);

/** A truth value in a column of texts: the word that it is, or the digit where it is a number. */
const truthAsText: Conversion = (made, _column, t) =>
  HAS_BOOLEANS[t.source] === HAS_BOOLEANS[t.target]
    ? made
    : t.form(
        HAS_BOOLEANS[t.source]
          ? "CASE WHEN $1 THEN 'true' WHEN NOT $1 THEN 'false' END"
          : 'CAST(CAST($1 AS int) AS text)',
        [made],
        made,
      );

const CONVERSIONS: Readonly<Record<DialectName, readonly ConversionRow[]>> = {
  // https://www.postgresql.org/docs/current/typeconv-query.html: by assignment casts, of which text has few
  POSTGRESQL: [
    { from: NUMBER_TYPES, to: types('BOOLEAN'), make: filled('CAST($1 AS int) <> 0') },
    { from: types('TEXT'), to: NUMBER_TYPES, make: asDeclared },
    { from: types('TEXT'), to: types('DATE', 'TIME', 'TIMESTAMP', 'TIMESTAMPTZ', 'JSON', 'UUID'), make: asDeclared },
    { from: types('JSON'), to: NUMBER_TYPES, make: numberOfDocument },
    { from: types('TIME'), to: types('TIME'), make: builtTime },
    { from: types('BOOLEAN'), to: NUMBER_TYPES, make: filled('CAST($1 AS int)') },
    { from: types('BOOLEAN'), to: types('TEXT'), make: truthAsText },
  ],
  MYSQL: [{ from: types('BOOLEAN'), to: types('TEXT'), make: truthAsText }],
  // https://sqlite.org/datatype3.html: an affinity leaves alone what it can't keep whole
  SQLITE: [
    { from: types('BOOLEAN'), to: types('TEXT'), make: truthAsText },
    { from: types('DECIMAL', 'FLOAT'), to: INTEGER_TYPES, make: filled('CAST(ROUND($1) AS INTEGER)') },
    {
      from: types('DECIMAL', 'FLOAT'),
      to: types('DECIMAL'),
      make: (made, { type }, t) => (type.scale === undefined ? made : t.form(`ROUND($1, ${type.scale})`, [made], made)),
    },
    { from: types('TIMESTAMP', 'TIMESTAMPTZ'), to: types('DATE'), make: filled('date($1)') },
    { from: types('DATE'), to: types('TIMESTAMP'), make: filled('datetime($1)') },
  ],
};

/** A translated value as a column of the target keeps it, where the engine would not make that of it. */
export function converted(
  made: Expression,
  from: SqlType | undefined,
  column: RelationColumn | undefined,
  t: Translator,
): Expression {
  const type = column?.type;
  if (column === undefined || type === undefined || from === undefined) return made;
  if (t.target === 'SQLITE' && made.kind === 'number') return number(keptDigits(made.text, type), made.span);
  if (t.target === 'SQLITE' && made.kind === 'unary' && made.operator === 'minus' && made.operand.kind === 'number')
    return { ...made, operand: number(keptDigits(made.operand.text, type), made.span) };
  const row = CONVERSIONS[t.target].find((one) => one.from.has(from.type) && one.to.has(type.type));
  return row === undefined ? made : row.make(made, { ...column, type }, t);
}

/** A written number with as many digits as its column keeps, where SQLite would keep them all. */
function keptDigits(written: string, { type, scale, single }: SqlType): string {
  if (single === true) return String(shortestSingle(Number(written)));
  const digits = INTEGER_TYPES.has(type) ? 0 : type === 'DECIMAL' ? scale : undefined;
  return digits === undefined ? written : roundedDecimal(written, digits);
}

const MOST_DIGITS_OF_SINGLE = 9;

/** The number of the fewest digits that is the same one in four bytes, as engines show what they keep in those. */
function shortestSingle(value: number): number {
  const kept = Math.fround(value);
  for (let digits = 1; digits < MOST_DIGITS_OF_SINGLE; digits += 1) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === kept) return shorter;
  }
  return Number(value.toPrecision(MOST_DIGITS_OF_SINGLE));
}

/** A column of a query whose rows are put into a table: a truth value that the query made a number of is one again. */
export function selectedValue(
  made: Expression,
  { type, expression }: Pick<RelationColumn, 'type' | 'expression'>,
  given: AssignedColumn,
  isGrouped: boolean,
  t: Translator,
): Expression {
  const assigned = expression === undefined ? given : withDigitsOfAmounts(expression, given, t);
  const column = assigned.known;
  if (expression?.kind === 'string') return assignedValue(expression, assigned, t);
  if (expression !== undefined) noticeOfDigits(expression, given, assigned !== given, t);
  const inDocument = expression && fromDocument(expression, assigned, t);
  if (inDocument !== undefined) return inDocument;
  const grouped = isGrouped && expression ? groupedMoment(made, expression, assigned, t) : undefined;
  const open = grouped ?? (expression && valueForOpen(expression, assigned, t));
  if (open !== undefined) return open;
  const stored = expression && withStoredTexts(expression, column, t);
  if (stored !== undefined && stored !== expression) return t.value(stored);
  const isBoolean = column?.type?.type === 'BOOLEAN';
  if (isBoolean && made.kind === 'number' && HAS_BOOLEANS[t.target]) {
    return { kind: 'boolean', value: Number(made.text) !== 0, span: made.span };
  }
  const isNumber = isBoolean && expression !== undefined && !HAS_BOOLEANS[t.source] && isTruth(expression, t);
  return converted(made, isNumber ? { type: 'INTEGER' } : (type ?? typeOfAmount(assigned, given)), column, t);
}
