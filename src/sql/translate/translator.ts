import { DragomanError } from '../../errors/index.js';
import {
  contains,
  mapChildren,
  readsSource,
  type Expression,
  type Node,
  type NodeKind,
  type NodeOf,
  type Parameter,
  type Select,
  type Statement,
} from '../ast/index.js';
import type { Dialect, DialectName } from '../dialects/index.js';
import { positionAt } from '../lexer/position.js';
import type { Family, Scope, SqlTypeName, Typed } from '../typing/index.js';
import { refuseInterval } from './expressions/intervals/interval-values.js';
import { isTruth, truthValue } from './expressions/truth.js';
import type { NoticeCode, Notices } from './notices.js';
import type { AliasScope } from './queries/aliases.js';
import { type GroupedRows, ofKey, withGroups } from './queries/bare-columns.js';
import { besideJson, readsJsonRows } from './queries/hidden-columns.js';
import { MOST_NODES, repeatedVolatile, Sizes } from './repeated-arguments.js';
import { RULES } from './rules.js';
import { fill, templateOf } from './templates.js';
import type { TranslationRules } from './translation-options.js';

/** What translates the nodes of a kind: it answers with what means the same to the target. */
export type Rule<Kind extends NodeKind> = (node: NodeOf<Kind>, t: Translator) => Node;

/** Rules of some kinds; a node of another kind stays as it is, with its children translated. */
export type RuleTable = { readonly [Kind in NodeKind]?: Rule<Kind> };

/** What a translation of one statement goes along with: both dialects, what names mean where it stands, what it noticed. */
export class Translator {
  /** Aliases of the select that names may mean where the translation stands. */
  aliases: AliasScope | undefined;
  /** How the rows are grouped whose values are asked for; undefined where each is by itself. */
  grouped: GroupedRows | undefined;
  /** How selects group their rows, with the scope in which that was asked. */
  readonly groupings = new Map<Select, { readonly scope: Scope; readonly rows: GroupedRows | undefined }>();
  /** Whether a value is asked for to compare it, so that nobody sees it. */
  isCompared = false;
  /** Whether a value is asked for to round it, so that nobody sees its last digits. */
  isRounded = false;
  /** Whether what is translated stands in a change of rows. */
  isChange = false;
  /** Whether it is to last, as a view or a column does, and holds no questions about the tables of today. */
  isDefinition = false;
  /** Whether nothing tells what is in the tables. */
  isBlind = false;
  /** Statements of the target that have to run before the one that is translated, and after it. */
  readonly before: Statement[] = [];
  readonly after: Statement[] = [];
  /** The query whose rows come out, or what stands for it: there intervals are texts. Undefined in other statements. */
  result: Node | undefined;
  #scope: Scope;
  /** Whether the plainer form is taken though the exact one is asked for, which can't stand there. */
  #isPlain = false;
  #isKept = false;
  #names = 0;
  readonly #sizes = new Sizes();

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
    readonly rules: TranslationRules,
    readonly notices: Notices,
    private readonly sql: string,
    /** The numbers of places for values that have none of their own. */
    readonly places: ReadonlyMap<Parameter, number>,
    root: Scope,
  ) {
    this.#scope = root;
  }

  get target(): DialectName {
    return this.to.name;
  }

  get source(): DialectName {
    return this.from.name;
  }

  get isExact(): boolean {
    return this.rules.fidelity === 'EXACT' && !this.#isPlain;
  }

  /** Translates what stands where no query may: where the exact form needs one, by the plainer form, which is warned of. */
  withoutQuery<N extends Node>(work: () => N): N {
    const made = work();
    if (!this.isExact || !contains(made, ({ kind }) => kind === 'query')) return made;
    this.#isPlain = true;
    try {
      return work();
    } finally {
      this.#isPlain = false;
    }
  }

  /** Translates what the target keeps the value of, in a column or an index: by functions whose answers hang on nothing else. */
  keeping<T>(work: () => T): T {
    const outer = this.#isKept;
    this.#isKept = true;
    try {
      return work();
    } finally {
      this.#isKept = outer;
    }
  }

  /** Whether the target keeps the value of what is translated. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** What names mean where the translation stands, in the source. */
  get scope(): Scope {
    return this.#scope;
  }

  /** Translates what stands in another scope. */
  within<T>(scope: Scope, work: () => T): T {
    const outer = this.#scope;
    this.#scope = scope;
    try {
      return work();
    } finally {
      this.#scope = outer;
    }
  }

  /** What is told of an expression of the source. */
  typeOf(node: Expression): Typed {
    return this.#scope.typeOf(node);
  }

  /** The name of an expression's type in the source; undefined where it can't be told. */
  typeName(node: Expression): SqlTypeName | undefined {
    return this.typeOf(node).type?.type;
  }

  /** What an expression of the source holds, where its type, its form or the statement's use of it tells. */
  familyOf(node: Expression): Family | undefined {
    return this.#scope.familyOf(node);
  }

  /** Any node. Expressions become values. */
  node<N extends Node>(node: N): N {
    return (isExpression(node) ? this.value(node) : this.raw(node)) as N;
  }

  all<N extends Node>(nodes: readonly N[]): N[] {
    return nodes.map((node) => this.node(node));
  }

  optional<N extends Node>(node: N | undefined): N | undefined {
    return node === undefined ? undefined : this.node(node);
  }

  /** An expression as a value of its own: a truth value that is a number to the source is one to the target. */
  value(node: Expression): Expression {
    refuseInterval(node, this);
    if (this.grouped?.isKey(node) === true) return withGroups(undefined, this, () => this.value(node));
    if (this.grouped?.isWrittenApart(node) === true && node.kind !== 'column')
      return ofKey(node, this, () => this.value(node));
    const made = this.raw(node) as Expression;
    return isTruth(node, this) && this.typeName(node) === 'INTEGER' ? truthValue(made, this) : made;
  }

  /** A node by the rule of its kind, whatever it stands for there. */
  raw(node: Node): Node {
    const rule = RULES[node.kind] as ((node: Node, t: Translator) => Node) | undefined;
    return rule === undefined ? this.children(node) : rule(node, this);
  }

  /** The same node with its children translated. */
  children<N extends Node>(node: N): N {
    return mapChildren(node, (child) => this.node(child));
  }

  /** An expression of the target, written in its own SQL, with others in the places `$1`, `$2` …; those are translated already. */
  form(sql: string, given: readonly Expression[], at: Node): Expression {
    const template = templateOf(sql, this.to);
    if (template.uses.some((count, index) => count > 0 && given[index] === undefined))
      this.refuse(at, `\`${this.textOf(at)}\` has too few arguments.`, 'Give it all that its engine asks for.');
    const isOverJson = this.target === 'SQLITE' && readsJsonRows(sql);
    const values = isOverJson ? given.map((one) => besideJson(one, this)) : given;
    const volatile = repeatedVolatile(template, values, this.to);
    if (volatile !== undefined) {
      this.refuse(
        at,
        `\`${this.textOf(at)}\` would compute a value twice in the target, which differs each time.`,
        'Compute it in a subquery.',
      );
    }
    if (this.#sizes.ofFilled(template, values) > MOST_NODES) {
      this.refuse(at, 'What this comes to in the target is too large.', 'Say it in several steps, with common tables.');
    }
    return fill(template, values, at.span);
  }

  /** A name that nothing in the statement has. */
  freshName(stem: string): string {
    this.#names += 1;
    return `${stem}_${this.#names}`;
  }

  notice(code: NoticeCode, node: Node, detail?: string): void {
    this.notices.add(code === 'RARE_VALUES' && this.#isPlain ? 'PLAINER_RULE' : code, node, detail);
  }

  /**
   * Whether the plainer form is wished for, which is warned of: IDIOMATIC takes it where only rare values differ.
   * @param which they are
   */
  takesPlainer(node: Node, which: string): boolean {
    if (this.isExact) return false;
    this.notice('RARE_VALUES', node, `The plainer form differs ${which}.`);
    return true;
  }

  /**
   * Says that something has no translation.
   * @throws DragomanError UNTRANSLATABLE, always
   */
  refuse(node: Node, why: string, hint?: string): never {
    throw new DragomanError('UNTRANSLATABLE', why, {
      position: positionAt(this.sql, node.span.start),
      ...(hint !== undefined && { hint }),
    });
  }

  /** A piece of the source as it is written. */
  wholeTextOf(node: Node): string {
    const { span } = node;
    readsSource(node);
    return this.sql.slice(span.start, span.end);
  }

  /** The piece of the source that a node stands for, cut short. */
  textOf(node: Node): string {
    const text = this.wholeTextOf(node).replace(/\s+/g, ' ');
    return text.length > 60 ? `${text.slice(0, 57)}…` : text;
  }
}

const NO_EXPRESSIONS: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'name',
  'qualified-name',
  'data-type',
  'case-branch',
  'query',
  'select',
  'values',
  'row-values',
  'table-query',
  'set-operation',
  'select-item',
  'with',
  'common-table',
  'search',
  'cycle',
  'group-by',
  'grouping-set',
  'order-item',
  'limit',
  'locking',
  'into',
  'into-file',
  'table-name',
  'derived-table',
  'table-function',
  'join',
  'table-sample',
  'index-hint',
  'table-function-call',
  'column-declaration',
  'json-table',
  'json-table-column',
  'xml-table',
  'xml-table-column',
  'aliased-value',
  'named-window',
  'window',
  'frame',
  'frame-bound',
  'on-conflict',
  'index-element',
  'storage-option',
  'assignment',
  'returning',
  'merge-branch',
  'create-table',
  'create-index',
  'create-view',
  'drop',
  'rename-tables',
  'comment-on',
  'alter-table',
]);

/** Whether a node is a value, and no clause, name or part of something else. */
export const isExpression = (node: Node): node is Expression => !NO_EXPRESSIONS.has(node.kind);
