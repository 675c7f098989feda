import {
  contains,
  type CheckRule,
  type ColumnConstraint,
  type ColumnDefinition,
  type ColumnRule,
  type DataType,
  type Expression,
  type GeneratedRule,
  type Name,
  type Statement,
  type TableConstraint,
} from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { column as columnNamed, dataType, isNull, number } from '../../made-nodes.js';
import { EXTENSION_TYPES } from '../../../typing/index.js';
import type { Translator } from '../../translator.js';
import { checkedCondition } from '../constraints/checked-conditions.js';
import { bareColumns } from './bare-columns.js';
import { columnMeaning, type ColumnMeaning } from './column-meaning.js';
import { COLUMN_TYPES, type ColumnType } from './column-types.js';
import { isZeroDay } from '../../expressions/moments/zero-days.js';
import { counterOf, isCounting, type Counter } from './counters.js';
import { countingTrigger } from './counting-triggers.js';
import { defaultFor, typeOfText } from './defaults.js';
import { deferralFor, foreignKeyName, isUnenforced, reference } from '../constraints/foreign-keys.js';
import { uniqueKeyName } from '../constraints/key-names.js';
import { keyOver, ofColumn, ofTable } from '../made-definitions.js';
import { referencedType } from './referenced-types.js';
import type { TablePlan } from '../table-plan.js';
import { commentOnColumn } from '../comments.js';
import { touchTrigger } from '../touch-triggers.js';

/** A column of the target, with what the target says of it elsewhere. */
export interface MadeColumn {
  readonly column: ColumnDefinition;
  /** Constraints that stand behind all columns. */
  readonly constraints: readonly TableConstraint[];
  /** Whether the primary key of the table stands with it. */
  readonly hasPrimaryKey: boolean;
  readonly counter: Counter | undefined;
  readonly after: readonly Statement[];
}

/** Where MySQL ignores what other dialects say of a column, the table says it. */
const CHECKS_IN_TABLE: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: false };

/** Values of any type. */
const ANYTHING: ColumnMeaning = {
  kind: 'TEXT',
  size: undefined,
  scale: undefined,
  unsigned: false,
  labels: [],
  counts: false,
};

/** What numbers are that are computed. */
const COMPUTED: Readonly<Record<string, ColumnMeaning['kind']>> = {
  INTEGER: 'INT64',
  BIGINT: 'INT64',
  FLOAT: 'FLOAT64',
  DOUBLE: 'FLOAT64',
};

/** Types of PostgreSQL's own that no column of another engine is like, and those of a schema. */
const OWN_KINDS = /^(?:tsquery|reg\w+|record|any\w*|trigger|void)$|\./i;

/** A column, with its type, default and rules. */
export function columnDefinition(node: ColumnDefinition, plan: TablePlan, t: Translator): MadeColumn {
  return new ColumnMaker(node, plan, t).make();
}

class ColumnMaker {
  readonly #name: Name;
  readonly #meaning: ColumnMeaning | undefined;
  readonly #counter: Counter | undefined;
  readonly #isPrimary: boolean;
  /** How a trigger counts in the column's place. */
  #trigger: Counter | undefined;
  readonly #own: ColumnConstraint[] = [];
  readonly #ofTable: TableConstraint[] = [];
  readonly #after: Statement[] = [];

  constructor(
    private readonly node: ColumnDefinition,
    private readonly plan: TablePlan,
    private readonly t: Translator,
  ) {
    this.#name = t.node(node.name);
    this.#meaning = this.#meaningOf();
    this.#isPrimary = plan.primary.includes(t.scope.key(node.name));
    this.#counter = this.#counterOf();
  }

  make(): MadeColumn {
    const { node, t } = this;
    const made = this.#type();
    if (t.target !== 'MYSQL' && !this.#isInPlace()) t.notice('COLUMN_ORDER', node);
    const hasPrimaryKey = this.#counted();
    for (const constraint of node.constraints) this.#constraint(constraint, hasPrimaryKey);
    this.#nullability();
    if (made.check !== undefined) this.#check(this.#ofType(made.check));
    return {
      column: {
        kind: 'column-definition',
        name: this.#name,
        type: this.#dataType(made),
        constraints: this.#own,
        span: node.span,
      },
      constraints: this.#ofTable,
      hasPrimaryKey,
      counter: this.#counter,
      after: this.#after,
    };
  }

  /** Whether the column is said to stand where it is, or comes to stand, in the target. */
  #isInPlace(): boolean {
    const { node, plan, t } = this;
    const { position } = node;
    if (position === undefined) return true;
    const keys = plan.columns.map((one) => t.scope.key(one));
    const own = keys.indexOf(t.scope.key(node.name));
    return own === (position === 'first' ? 0 : keys.indexOf(t.scope.key(position)) + 1);
  }

  /** How the column counts by itself; where its engine does not, a trigger counts. */
  #counterOf(): Counter | undefined {
    const { node, plan, t } = this;
    const found = counterOf(node, this.#meaning, this.#isRowNumber(), t);
    if (found === undefined || t.target === 'POSTGRESQL') return found;
    const isOnlyKey = this.#isPrimary && plan.primary.length === 1;
    // MySQL has one that counts, which may be any
    const [first] =
      plan.counting?.some((one) => plan.primary[0] === one) === true ? plan.primary : (plan.counting ?? []);
    const isIts = t.target === 'SQLITE' ? isOnlyKey : first === undefined || first === t.scope.key(node.name);
    if (isIts && found.step === undefined) return found;
    if (plan.counting === undefined || (t.target === 'SQLITE' && plan.isWithoutRowid)) {
      t.notice('COUNTER_DROPPED', node);
      return undefined;
    }
    t.notice('IDENTITY_COUNTS', node);
    this.#trigger = found;
    this.#after.push(...countingTrigger(plan, this.#name, found, t));
    return undefined;
  }

  /** The number of a row in SQLite: the one column of an INTEGER PRIMARY KEY. */
  #isRowNumber(): boolean {
    const { node, plan, t } = this;
    const isAlone = this.#isPrimary && plan.primary.length === 1 && !plan.isWithoutRowid;
    return t.source === 'SQLITE' && isAlone && node.type?.name.toLowerCase() === 'integer';
  }

  /** What the column holds; a type that PostgreSQL was told of elsewhere, and any type at all, become texts. */
  #meaningOf(): ColumnMeaning | undefined {
    const { node, t } = this;
    const { type } = node;
    if (type === undefined || type.name === '' || (t.source === 'SQLITE' && type.name.toLowerCase() === 'any'))
      return this.#computed() ?? ANYTHING;
    const known = columnMeaning(type, t.source);
    if (known !== undefined || !this.#isMadeElsewhere(type)) return known;
    t.notice('UNKNOWN_TYPE', type, `What \`${type.name}\` takes is not known here: the column keeps texts.`);
    return { ...ANYTHING, ...(t.target === 'MYSQL' && { kind: 'SHORT_TEXT', size: 255 }) };
  }

  /** What a column holds that says no type but how it is computed. */
  #computed(): ColumnMeaning | undefined {
    const { t, node } = this;
    const rule = node.constraints.map((one) => one.rule).find((one) => one.kind === 'generated');
    const kind = rule && COMPUTED[t.typeName(rule.expression) ?? ''];
    return kind && { ...ANYTHING, kind };
  }

  /** Whether a type is an enumeration or a domain, as far as its name tells. */
  #isMadeElsewhere({ name, arguments: of, dimensions }: DataType): boolean {
    const isPlain = of.length === 0 && dimensions === undefined && !EXTENSION_TYPES.has(name) && !OWN_KINDS.test(name);
    return this.t.source === 'POSTGRESQL' && isPlain && this.t.rules.knowsTypes !== true;
  }

  /** The type in the target; texts of any length are too long for MySQL's keys. */
  #type(): ColumnType {
    const { node, t, plan } = this;
    const { type } = node;
    if (this.#meaning === ANYTHING) t.notice('TYPE_CHANGED', node, 'Values of any type become texts.');
    const make = this.#meaning && COLUMN_TYPES[t.target][this.#meaning.kind];
    if (make === undefined || this.#meaning === undefined) {
      return t.refuse(
        type ?? node,
        `The target has no type like \`${t.textOf(type ?? node)}\`.`,
        'Choose a type that both have, or translate it in one text with the statement that makes the type.',
      );
    }
    const made = make(this.#meaning, t.source);
    if (this.#meaning.kind.startsWith('FLOAT') && type !== undefined && type.arguments.length > 1)
      t.notice('TYPE_CHANGED', type, 'Numbers are not rounded to the digits declared.');
    if (made.loss !== undefined) t.notice(made.loss[0], type ?? node, made.loss[1]);
    if (t.target !== 'MYSQL' || !plan.keyed.has(t.scope.key(node.name)) || !made.name.startsWith('long')) return made;
    t.notice('TYPE_NARROWED', type ?? node, 'A key takes no longer values than 255 characters.');
    return { ...made, name: made.name === 'longtext' ? 'varchar' : 'varbinary', arguments: [255] };
  }

  #dataType(made: ColumnType): DataType {
    const { span, name } = this.node;
    const referenced = referencedType(
      this.plan.references.get(this.t.scope.key(name)),
      made.name,
      this.plan.name,
      this.t,
    );
    if (referenced !== undefined) return referenced;
    // the number of a row goes by this name alone
    const called = this.#counter !== undefined && this.t.target === 'SQLITE' ? 'integer' : made.name;
    return dataType(called, span, made.labels ?? (made.arguments ?? []).map((each) => number(each, span)));
  }

  /** @returns whether the primary key stands with the column */
  #counted(): boolean {
    if (this.#counter === undefined) return false;
    const { node, t, plan } = this;
    const { span } = node;
    t.notice('IDENTITY_COUNTS', node);
    if (t.target === 'SQLITE') {
      this.#own.push(ofColumn({ kind: 'primary-key', autoIncrement: true, span }));
      return true;
    }
    if (t.target === 'MYSQL') {
      this.#own.push(ofColumn({ kind: 'not-null', span }), ofColumn({ kind: 'auto-increment', span }));
      if (plan.primary[0] !== t.scope.key(node.name)) this.#ofTable.push(ofTable(keyOver('index', [this.#name], span)));
      return false;
    }
    const { start } = this.#counter;
    // to MySQL the word alone makes a key of the column
    if (t.source === 'MYSQL' && this.#meaning?.counts === true && !this.#isPrimary)
      this.#own.push(ofColumn({ kind: 'unique', span }));
    const options =
      start === undefined ? [] : [{ kind: 'sequence-option', name: 'START WITH', value: start, span } as const];
    this.#own.push(ofColumn({ kind: 'identity', always: false, options, span }));
    return false;
  }

  #constraint(node: ColumnConstraint, hasPrimaryKey: boolean): void {
    const { rule, onConflict } = node;
    if (onConflict !== undefined && onConflict !== 'abort') {
      this.t.refuse(node, 'ON CONFLICT of a constraint has no counterpart in the target.', 'Say it with each INSERT.');
    }
    if (isCounting(rule) && rule.kind !== 'primary-key') return;
    if (rule.kind === 'primary-key' && hasPrimaryKey) return;
    (COLUMN_RULES[rule.kind] as (maker: ColumnMaker, node: ColumnConstraint, rule: ColumnRule) => void)(
      this,
      node,
      rule,
    );
  }

  /** Rules by their kinds. */
  notNull(): void {
    // told with the column's nullability
  }

  defaultValue(value: Expression): void {
    const { t } = this;
    if (this.#isZeroDay(value)) {
      t.notice('ZERO_DAY', value);
      return;
    }
    const made = defaultFor(value, this.#meaning, t);
    this.#own.push(ofColumn({ kind: 'default-value', value: made, span: value.span }));
  }

  /** Whether a value of the column's is a day of noughts, which is NULL in the target. */
  #isZeroDay(value: Expression): boolean {
    return isZeroDay(value, this.#meaning?.kind, this.t);
  }

  primaryKey(node: ColumnConstraint): void {
    const { span } = node;
    this.#tellOfKey(node);
    this.#own.push(ofColumn({ kind: 'primary-key', span }));
  }

  /** What texts are one key to differs between the engines. */
  #tellOfKey(node: ColumnConstraint): void {
    const { t } = this;
    if ((t.source === 'MYSQL' || t.target === 'MYSQL') && (this.#meaning?.kind ?? '').includes('TEXT'))
      t.notice('KEY_COMPARISON', node);
  }

  unique(node: ColumnConstraint, rule: Extract<ColumnRule, { kind: 'unique' }>): void {
    const { t } = this;
    if (rule.nullsNotDistinct === true)
      t.refuse(node, 'A unique key with one NULL alone has no counterpart in the target.', 'Make the column NOT NULL.');
    this.#tellOfKey(node);
    const { span } = rule;
    // MySQL names no key beside its column
    if (t.target === 'MYSQL' && node.name !== undefined)
      this.#ofTable.push(ofTable(keyOver('unique', [this.#name], span), t.node(node.name)));
    else this.#own.push(ofColumn({ kind: 'unique', span }, uniqueKeyName(node.name, t)));
  }

  check(node: ColumnConstraint, rule: CheckRule): void {
    const { t } = this;
    if (isUnenforced(node.deferral)) {
      t.notice('DETAIL_DROPPED', node, 'A check that nobody keeps is left out.');
      return;
    }
    this.#check(checkedCondition(rule.condition, t), node.name && t.node(node.name));
  }

  references(node: ColumnConstraint, rule: Extract<ColumnRule, { kind: 'references' }>): void {
    const { t } = this;
    const { span } = node;
    const name = foreignKeyName(node.name, rule.reference, t);
    if (t.source === 'MYSQL')
      t.notice('SERVER_FLAVOUR', node, 'MariaDB keeps a foreign key beside a column; MySQL 8 ignores it.');
    const target = reference(rule.reference, t);
    if (t.target === 'MYSQL') {
      deferralFor(node.deferral, node, t);
      this.#ofTable.push(ofTable({ kind: 'table-foreign-key', columns: [this.#name], reference: target, span }, name));
      return;
    }
    const made = ofColumn({ kind: 'references', reference: target, span }, name);
    this.#own.push({ ...made, ...deferralFor(node.deferral, node, t) });
  }

  generated(rule: GeneratedRule): void {
    const { t } = this;
    if (rule.expression.kind === 'keyword') t.refuse(rule, 'Versions of rows have no counterpart in the target.');
    const stored =
      t.target === 'POSTGRESQL' || rule.stored === true || (t.source === 'POSTGRESQL' && rule.stored !== false);
    const expression = t.keeping(() =>
      t.withoutQuery(() => this.#typed(this.#rounded(t.value(rule.expression)), rule.expression)),
    );
    if (contains(expression, ({ kind }) => kind === 'query'))
      t.refuse(rule, 'The target computes this by a query, and no column may hold one.', 'Compute it in a view.');
    // https://www.postgresql.org/docs/current/xfunc-volatility.html
    if (t.target === 'POSTGRESQL' && t.typeName(rule.expression) === 'TIME' && BUILT.has(expression.kind))
      t.refuse(
        rule,
        'The target puts such a time together by its settings, and no column may.',
        'Compute it in a view.',
      );
    this.#own.push(ofColumn({ ...rule, expression: bareColumns(expression, t), stored }));
  }

  /** A text, or a value of a document, that the source's column makes a number of, where PostgreSQL refuses it. */
  #typed(value: Expression, written: Expression): Expression {
    const { t } = this;
    const isOther = t.target === 'POSTGRESQL' && t.source !== 'POSTGRESQL';
    const form = isOther ? READ_AS[t.typeName(written) ?? ''] : undefined;
    const type = form === undefined ? undefined : typeOfText(this.#meaning);
    return form === undefined || type === undefined ? value : t.form(form(type), [value], written);
  }

  /** SQLite computes more digits than a decimal of the others keeps. */
  #rounded(value: Expression): Expression {
    const { t, node } = this;
    const { kind, scale } = this.#meaning ?? {};
    if (t.target !== 'SQLITE' || kind !== 'DECIMAL' || scale === undefined) return value;
    return t.form('round($1, $2)', [value, number(scale, node.span)], node);
  }

  comment(rule: Extract<ColumnRule, { kind: 'comment' }>): void {
    if (this.t.target === 'MYSQL') this.#own.push(ofColumn({ ...rule, text: this.t.value(rule.text) }));
    else this.#after.push(...commentOnColumn(this.plan.name, this.#name, rule, this.t));
  }

  collation(node: ColumnConstraint): void {
    this.t.notice('TEXT_COMPARISON', node);
  }

  onUpdate(rule: Extract<ColumnRule, { kind: 'on-update' }>): void {
    this.#after.push(...touchTrigger(this.plan, this.#name, rule, this.t));
  }

  visibility(node: ColumnConstraint, visible: boolean): void {
    if (!visible) this.t.refuse(node, 'The target has no columns that `*` leaves out.', 'Name the columns in queries.');
  }

  #has(kind: ColumnRule['kind']): boolean {
    return this.node.constraints.some(({ rule }) => rule.kind === kind);
  }

  /** NOT NULL where it is written, or follows from the primary key; NULL where MySQL's TIMESTAMP needs it. */
  #nullability(): void {
    const { t, node } = this;
    const { span } = node;
    const hasZeroDay = node.constraints.some(
      ({ rule }) => rule.kind === 'default-value' && this.#isZeroDay(rule.value),
    );
    if (hasZeroDay && !this.#isPrimary) return;
    // no value is one that the trigger gives; a key of MySQL's takes none at all
    if (this.#trigger !== undefined) {
      // to MySQL the word SERIAL makes a key of the column
      if (t.source === 'MYSQL' && this.#meaning?.counts === true && !this.#isPrimary)
        this.#own.push(ofColumn({ kind: 'unique', span }));
      if (t.target === 'MYSQL' && this.#isPrimary)
        this.#own.push(ofColumn({ kind: 'default-value', value: number(0, span), span }));
      return;
    }
    const isNever = this.#has('not-null') || this.#has('auto-increment') || this.#meaning?.counts === true;
    const followsFromKey = this.#isPrimary && t.source !== 'SQLITE' && t.target === 'SQLITE';
    const isCounted = this.#counter !== undefined && t.target !== 'POSTGRESQL';
    if (isCounted) return;
    if (this.#has('generated') && isNever && t.target === 'MYSQL') {
      // MariaDB takes no NOT NULL there
      this.#check(isNull(columnNamed([this.#name], span), true));
    } else if (isNever || followsFromKey) this.#own.unshift(ofColumn({ kind: 'not-null', span }));
    else if (t.target === 'MYSQL' && this.#meaning?.kind === 'TIMESTAMPTZ' && !this.#isPrimary)
      this.#own.unshift(ofColumn({ kind: 'nullable', span }));
  }

  #ofType(check: string): Expression {
    const { span } = this.node;
    const own = columnNamed([this.#name], span);
    const digits = check.includes('$2') ? (this.#meaning?.labels ?? []) : [];
    return this.t.form(check, [own, ...digits], this.node);
  }

  #check(condition: Expression, name?: Name): void {
    const { span } = this.node;
    if (CHECKS_IN_TABLE[this.t.target]) this.#ofTable.push(ofTable({ kind: 'table-check', condition, span }, name));
    else this.#own.push(ofColumn({ kind: 'check', condition, span }, name));
  }
}

/** Forms of a time that is put together as a text. */
const BUILT: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>(['case', 'binary']);

/** How PostgreSQL reads a value of another type as one that a column keeps. */
const READ_AS: Readonly<Record<string, (type: string) => string>> = {
  TEXT: (type) => `CAST($1 AS ${type})`,
  JSON: (type) => `CAST($1 #>> '{}' AS ${type})`,
};

type RuleMaker<Kind extends ColumnRule['kind']> = (
  maker: ColumnMaker,
  node: ColumnConstraint,
  rule: Extract<ColumnRule, { kind: Kind }>,
) => void;

/** What becomes of each rule of a column. */
const COLUMN_RULES: { readonly [Kind in ColumnRule['kind']]: RuleMaker<Kind> } = {
  'not-null': (maker) => maker.notNull(),
  nullable: (maker) => maker.notNull(),
  'default-value': (maker, _node, rule) => maker.defaultValue(rule.value),
  'primary-key': (maker, node) => maker.primaryKey(node),
  unique: (maker, node, rule) => maker.unique(node, rule),
  check: (maker, node, rule) => maker.check(node, rule),
  references: (maker, node, rule) => maker.references(node, rule),
  generated: (maker, _node, rule) => maker.generated(rule),
  // the counter is told before all rules
  identity: (maker) => maker.notNull(),
  'auto-increment': (maker) => maker.notNull(),
  'on-update': (maker, _node, rule) => maker.onUpdate(rule),
  comment: (maker, _node, rule) => maker.comment(rule),
  'column-collation': (maker, node) => maker.collation(node),
  visibility: (maker, node, rule) => maker.visibility(node, rule.visible),
};
