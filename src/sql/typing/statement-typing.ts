import type { Change, Expression, Query, Statement } from '../ast/index.js';
import type { Catalogue } from '../catalogue.js';
import type { Dialect } from '../dialects/dialect.js';
import { changeColumns } from './change-columns.js';
import { expressionType } from './expressions/index.js';
import { queryColumns, type NamePlace } from './query-columns.js';
import { typingRules, type TypingRules } from './rules/index.js';
import { Scope, type TypingContext } from './scope.js';
import type { RelationColumns } from './sources.js';
import type { Typed } from './typed.js';
import { ArrayUses, ColumnUses, ReckonedMoments } from './uses/index.js';

export interface TypingOptions {
  /** What tables have. Without it a star over a table can't be expanded, and a column's type not be told. */
  readonly catalogue?: Catalogue | undefined;
  /** The text that the statement was parsed from: MySQL and SQLite name columns by it. */
  readonly sql?: string | undefined;
  /** The statement as a whole: how it uses columns tells of those whose types nobody tells. */
  readonly statement?: Statement | undefined;
}

/** What is told of the nodes of one statement; each node is asked for once. */
class StatementTyping implements TypingContext {
  readonly dialect: Dialect;
  readonly rules: TypingRules;
  readonly catalogue: Catalogue | undefined;
  readonly sql: string | undefined;
  // not weak: they live no longer than the statement, and collecting weak ones takes far longer
  readonly scopes: TypingContext['scopes'] = new Map();
  readonly #statement: Statement | undefined;
  #uses: ColumnUses | undefined;
  #arrays: ArrayUses | undefined;
  #moments: ReckonedMoments | undefined;
  readonly #types = new Map<Expression, Typed>();
  readonly #columns = new Map<Query | Change, { readonly columns: RelationColumns }>();

  constructor(dialect: Dialect, { catalogue, sql, statement }: TypingOptions) {
    this.dialect = dialect;
    this.rules = typingRules[dialect.name];
    this.catalogue = catalogue;
    this.sql = sql;
    this.#statement = statement;
  }

  /** Read when it is first asked for: most statements have types. */
  get uses(): ColumnUses | undefined {
    if (this.#statement !== undefined) this.#uses ??= new ColumnUses(this.#statement, this.dialect);
    return this.#uses;
  }

  get arrays(): ArrayUses | undefined {
    if (this.#statement !== undefined && this.rules.hasArrays)
      this.#arrays ??= new ArrayUses(this.#statement, this.dialect);
    return this.#arrays;
  }

  get moments(): ReckonedMoments | undefined {
    if (this.#statement !== undefined && !this.rules.reckonsWithTexts)
      this.#moments ??= new ReckonedMoments(this.#statement, this.dialect);
    return this.#moments;
  }

  typeOf(expression: Expression, scope: Scope): Typed {
    // to remember a number takes longer than to look at it, and a list may have very many
    if (expression.kind === 'number') return expressionType(expression, scope);
    const known = this.#types.get(expression);
    if (known !== undefined) return known;
    const type = expressionType(expression, scope);
    this.#types.set(expression, type);
    return type;
  }

  isTyped(expression: Expression): boolean {
    return this.#types.has(expression);
  }

  columnsOf(statement: Query | Change, scope: Scope): RelationColumns {
    const known = this.#columns.get(statement);
    if (known !== undefined) return known.columns;
    const columns = statementColumns(statement, scope, 'derived');
    this.#columns.set(statement, { columns });
    return columns;
  }
}

/** The columns of a query, or of a change's RETURNING. */
export function statementColumns(statement: Query | Change, scope: Scope, place: NamePlace): RelationColumns {
  return statement.kind === 'query' ? queryColumns(statement, scope, place) : changeColumns(statement, scope, place);
}

/** The scope around a statement, in which no name means anything yet. */
export function rootScope(dialect: Dialect, options: TypingOptions = {}): Scope {
  return new Scope({ context: new StatementTyping(dialect, options) });
}
