import { DragomanError } from '../errors/index.js';
import {
  beginningOf,
  foldName,
  KeyClauses,
  keyColumnsOf,
  parseTokens,
  rewrite,
  withoutGuard,
  withUsualNames,
  firstWordsOf,
  ownKey,
  ownName,
  ownCopy,
  OwnSchemas,
  ScriptSequences,
  sequenceOf,
  ScriptTypes,
  TriggerFunctions,
  type AlterTable,
  type ColumnDefinition,
  type CreateIndex,
  type CreateTable,
  type Dialect,
  type DialectName,
  type Name,
  type Node,
  type QualifiedName,
  type ScriptPart,
  type ScriptStatement,
  type Span,
  type Statement,
  type TableConstraint,
  type TableElement,
} from '../sql/index.js';
import type { Definitions } from './tables/definitions.js';
import { HeldColumns } from './rows/held-values.js';
import { withPlainTexts } from './rows/plain-texts.js';
import { JoiningAggregates } from './joining-aggregates.js';
import { sourceOf } from './made-outcomes.js';
import { Partitions } from './tables/partitions.js';
import { ReferringTypes } from './foreign-keys/referring-types.js';
import { eachStatement } from './tables/schema-elements.js';
import { takesAway } from './alterations/table-changes.js';
import { UpdateTriggers } from './update-triggers.js';

type Action = AlterTable['actions'][number];
type ColumnConstraint = ColumnDefinition['constraints'][number];
type Comment = Extract<Statement, { kind: 'comment-on' }>;

/** What a dump says of a table only later. */
interface Later {
  /** Of its columns, by their names. */
  readonly columns: Map<string, ColumnConstraint[]>;
  readonly constraints: TableConstraint[];
  /** The columns of its primary key. */
  primaryKey: readonly Name[];
  /** The columns of its keys: MySQL's hold no texts of any length. */
  readonly keyed: Set<string>;
  /** Constraints that are dropped by their names, in lower case. */
  readonly dropped: Set<string>;
}

/** Which constraints a target has to be told of with the table itself, where dumps tell them behind the rows. */
const WITH_TABLE: Readonly<Record<DialectName, ReadonlySet<string>>> = {
  POSTGRESQL: new Set(),
  // a column that counts by itself must be a key from the start, and one of a key has another type than one of none
  MYSQL: new Set(['table-key', 'table-check', 'table-foreign-key']),
  // it adds no constraints to a table that is there
  SQLITE: new Set(['table-key', 'table-check', 'table-foreign-key']),
};

/** Statements that the first reading has to look at. */
const TELLS =
  /^(DO|ALTER (TABLE|SEQUENCE|TYPE)|CREATE UNIQUE INDEX|DROP (TABLE|TYPE|DOMAIN)|CREATE (OR REPLACE )?(TYPE|DOMAIN|FUNCTION|AGGREGATE|SEQUENCE|(UNLOGGED |TEMP |TEMPORARY )?TABLE|(TEMP |TEMPORARY )?(VIEW|TRIGGER))|COMMENT ON COLUMN)\b/i;

/** Statements that change rows which are there. */
const CHANGES_ROWS = /^(?:UPDATE|DELETE|MERGE|WITH)\b/i;

/** Changes of a table that what is told later of it may hang on. */
const REDEFINES: ReadonlySet<Action['kind']> = new Set<Action['kind']>([
  'add-column',
  'drop-column',
  'change-column',
  'rename-column',
  'drop-constraint',
  'rename-to',
]);

/** Whether what the dump says of tables only later has to be known before: it is then read twice. */
export function needsSecondReading(from: Dialect, to: Dialect): boolean {
  return from.name === 'MYSQL' ? to.name === 'SQLITE' : to.name !== from.name;
}

/**
 * What a script tells behind a table, or apart from it, and other engines say with it: keys, columns that count by
 * themselves, comments, types and partitions. All is gathered in a first reading, so that the second makes each table with it.
 */
export class ToldLater {
  readonly types: ScriptTypes;
  readonly sequences: ScriptSequences;
  readonly aggregates: JoiningAggregates;
  readonly partitions: Partitions;
  readonly triggerFunctions: TriggerFunctions;
  readonly referring: ReferringTypes;
  readonly held: HeldColumns;
  readonly updateTriggers: UpdateTriggers;
  /** Views of a script whose views may be said in any order. */
  readonly viewsOutOfOrder = new Set<string>();
  readonly #schemas: OwnSchemas;
  readonly #clauses: KeyClauses;
  readonly #tables = new Map<string, Later>();
  /** The same of tables by the names that they had before. */
  readonly #formerly = new Map<string, readonly Later[]>();
  /** Tables that the script makes. */
  readonly #made = new Set<string>();
  /** Tables that are changed in other ways too: all is told in its order. */
  readonly #changed = new Set<string>();
  /** Tables whose rows were changed since the script made them: what is told then is told of the rows as they are. */
  readonly #worked = new Set<string>();
  /** Tables that the script drops before it makes any of the name. */
  readonly #clearedAway = new Set<string>();

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
  ) {
    this.types = new ScriptTypes(from);
    this.sequences = new ScriptSequences(from);
    this.aggregates = new JoiningAggregates(from);
    this.partitions = new Partitions(from);
    this.triggerFunctions = new TriggerFunctions(from);
    this.referring = new ReferringTypes(from, to, (table) => this.#primaryKeyOf(table));
    this.held = new HeldColumns(from, to);
    this.updateTriggers = new UpdateTriggers(from);
    this.#schemas = new OwnSchemas(from);
    this.#clauses = new KeyClauses(from, to);
  }

  /** Takes a part in the first reading. */
  note(part: ScriptPart): void {
    if (part.kind !== 'statement') return;
    // rows of an INSERT tell nothing of tables but what they hold
    if (part.literals !== undefined) {
      if (this.held.isNeeded) this.held.noteRows(part.text, part.literals);
      return;
    }
    for (const one of eachStatement(part, this.from, this.#schemas)) this.#noteStatement(one);
  }

  #noteStatement(part: ScriptStatement): void {
    const words = firstWordsOf(part);
    this.#schemas.note(words);
    if (CHANGES_ROWS.test(words)) for (const made of this.#made) this.#worked.add(made);
    if (!TELLS.test(words) && !(this.held.isNeeded && /^(INSERT|REPLACE|UPDATE)\b/i.test(words))) return;
    const tree = this.#parsed(part.text, part.tokens);
    if (tree === undefined) return;
    this.types.note(tree);
    this.aggregates.note(tree);
    this.triggerFunctions.note(tree);
    this.partitions.note(tree);
    this.referring.note(this.types.without(tree, part.text));
    this.sequences.note(tree);
    this.held.note(tree, sourceOf(part).position);
    this.updateTriggers.note(tree);
    if (tree.kind === 'create-table') this.#noteTable(tree);
    if (tree.kind === 'alter-table') this.#noteChange(tree);
    if (tree.kind === 'drop' && tree.object === 'TABLE') {
      const names = tree.names.map((name) => ownName(name, this.from));
      for (const name of names) if (!this.#made.has(name)) this.#clearedAway.add(name);
    }
    if (tree.kind === 'comment-on') this.#noteComment(tree);
    if (tree.kind === 'create-index') this.#noteIndex(tree);
    // the others look for what a view reads when it is made: https://www.sqlite.org/lang_createview.html
    if (tree.kind === 'create-view' && this.from.name === 'SQLITE')
      this.viewsOutOfOrder.add(ownKey(tree.name, this.from));
  }

  /** Begins the second reading. */
  again(): void {
    this.types.again();
  }

  /** Takes a statement of the second reading that what follows hangs on. */
  follow(tree: Statement): void {
    this.types.follow(tree);
  }

  /** Whether a statement takes something from a table of which nothing is left soon, nor known before: as dumps clear away. */
  isClearedAway(tree: Statement, definitions: Definitions): boolean {
    if (tree.kind !== 'alter-table' || !this.#clearedAway.has(ownName(tree.name, this.from))) return false;
    return definitions.of(tree.name) === undefined && tree.actions.every(takesAway);
  }

  /** Whether a statement says nothing but what tables are made with. */
  isTold(tree: Statement): boolean {
    const parts = [this.types, this.sequences, this.aggregates, this.triggerFunctions];
    if (parts.some((part) => part.isTold(tree))) return true;
    if (tree.kind === 'comment-on') return this.#commented(tree) !== undefined;
    return tree.kind === 'alter-table' && this.#untold(tree).length === 0;
  }

  /** The actions of a change that say more than what its table is made with. */
  #untold({ name, actions }: AlterTable): readonly Action[] {
    const key = ownName(name, this.from);
    const isWithTable = this.#made.has(key) && !this.#changed.has(key);
    return isWithTable ? actions.filter((action) => !this.#belongsToTable(action)) : actions;
  }

  /** The table with what is told of it later. */
  complete(table: CreateTable): CreateTable {
    const key = ownName(table.name, this.from);
    const later = this.#tables.get(key);
    if (later === undefined || table.elements === undefined) return table;
    const isChanged = this.#changed.has(key);
    const named = withUsualNames(table, later.dropped);
    const elements: TableElement[] = (named.elements ?? []).map((element) =>
      this.#completeColumn(element, later, isChanged),
    );
    return this.#withColumns({
      ...named,
      elements: isChanged ? elements : [...elements, ...later.constraints],
      ...(later.keyed.size > 0 && { keyedLater: [...later.keyed] }),
    });
  }

  /** Foreign keys with the columns that they refer to: MySQL needs them said, PostgreSQL means the primary key. */
  #withColumns(table: CreateTable): CreateTable {
    return rewrite(table, (node: Node) => {
      if (node.kind !== 'foreign-reference' || node.columns.length > 0) return node;
      return { ...node, columns: this.#primaryKeyOf(node.table) };
    });
  }

  /** A change of a table, with the columns that keys hold which come later. */
  withKeys(change: AlterTable): AlterTable {
    const keyed = this.#tables.get(ownName(change.name, this.from))?.keyed;
    return keyed === undefined || keyed.size === 0 ? change : { ...change, keyedLater: [...keyed] };
  }

  #primaryKeyOf(table: QualifiedName): readonly Name[] {
    return this.#tables.get(ownName(table, this.from))?.primaryKey ?? [];
  }

  /** The statement with what the script’s own types, aggregates, partitions and keys stand for, without what its table is made with. */
  without(tree: Statement, text: string): Statement {
    const plain = this.partitions.ofHolder(this.aggregates.without(this.types.without(tree, text)));
    const made = withPlainTexts(this.#clauses.meant(plain), this.from);
    return made.kind === 'alter-table' ? { ...made, actions: this.#untold(made) } : made;
  }

  #parsed(text: string, tokens: Parameters<typeof parseTokens>[1]): Statement | undefined {
    try {
      return ownCopy(this.#schemas.without(withoutGuard(parseTokens(text, tokens, this.from), this.from), text));
    } catch (error) {
      // the second reading says what is wrong with it
      if (error instanceof DragomanError) return undefined;
      throw error;
    }
  }

  #laterOf(name: QualifiedName): Later {
    const key = ownName(name, this.from);
    const later = this.#tables.get(key) ?? {
      columns: new Map(),
      constraints: [],
      primaryKey: [],
      keyed: new Set(),
      dropped: new Set(),
    };
    this.#tables.set(key, later);
    return later;
  }

  #noteTable({ name, elements = [], query }: CreateTable): void {
    this.#made.add(ownName(name, this.from));
    // what a query makes has no columns that could be told more of
    if (query !== undefined) this.#changed.add(ownName(name, this.from));
    const later = this.#laterOf(name);
    for (const element of elements) {
      if (element.kind === 'table-constraint') notePrimaryKey(element, later);
      if (element.kind !== 'column-definition') continue;
      for (const { rule } of element.constraints) {
        if (rule.kind === 'primary-key') later.primaryKey = [element.name];
      }
    }
  }

  #noteChange({ name, actions }: AlterTable): void {
    const key = ownName(name, this.from);
    const isMade = this.#made.has(key);
    // what is changed before it is made is another table
    const own = isMade ? actions : actions.filter(({ kind }) => !REDEFINES.has(kind));
    const isOfRows = ({ kind }: Action): boolean => kind === 'add-constraint' && this.#worked.has(key);
    if (isMade && actions.some((action) => REDEFINES.has(action.kind) || isOfRows(action))) this.#changed.add(key);
    for (const action of own) {
      this.#noteAction(action, this.#laterOf(name));
      if (action.kind === 'rename-to') this.#noteRename(name, action.name);
    }
  }

  #noteAction(action: Action, later: Later): void {
    const { columns, constraints } = later;
    if (action.kind === 'drop-constraint' && action.name !== undefined)
      later.dropped.add(foldName(action.name, this.from).toLowerCase());
    if (action.kind === 'add-constraint') {
      notePrimaryKey(action.constraint, later);
      for (const column of keyColumnsOf(action.constraint)) later.keyed.add(foldName(column, this.from));
    }
    if (!this.#belongsToTable(action)) return;
    if (action.kind === 'add-constraint') {
      const column = onlyKeyColumn(action.constraint, this.from);
      if (column === undefined) constraints.push(action.constraint);
      else this.#add(columns, column, primaryKey(action.constraint));
    } else if (action.kind === 'alter-column') {
      const { always = false, span } = action;
      const options = beginningOf(action, this.sequences);
      const rule = { kind: 'identity', always, options, span } as const;
      this.#add(columns, foldName(action.column, this.from), { kind: 'column-constraint', rule, span });
    }
  }

  #noteIndex({ table, elements }: CreateIndex): void {
    const formerly = this.#formerly.get(ownName(table, this.from)) ?? [];
    for (const { keyed } of [this.#laterOf(table), ...formerly])
      for (const { expression } of elements)
        if (expression.kind === 'column') keyed.add(ownName(expression, this.from));
  }

  /** What is told of a table by its other name holds for how it is made. */
  #noteRename(from: QualifiedName, to: QualifiedName): void {
    const [before, now] = [ownName(from, this.from), ownName(to, this.from)];
    this.#formerly.set(now, [this.#laterOf(from), ...(this.#formerly.get(before) ?? [])]);
  }

  #noteComment(tree: Comment): void {
    const column = this.#commented(tree);
    if (column === undefined) return;
    const { span, comment: text } = tree;
    const rule = { kind: 'comment', text, span } as const;
    this.#add(this.#laterOf(tableOf(tree)).columns, column, { kind: 'column-constraint', rule, span });
  }

  /** The column of a comment that MySQL has with the column; undefined for any other. */
  #commented({ object, name, comment }: Comment): string | undefined {
    const last = name.parts.at(-1);
    const isIts = this.to.name === 'MYSQL' && object === 'COLUMN' && comment.kind === 'string';
    return isIts && last !== undefined && this.#made.has(ownName(tableOf({ name }), this.from))
      ? foldName(last, this.from)
      : undefined;
  }

  #add(columns: Map<string, ColumnConstraint[]>, name: string, constraint: ColumnConstraint): void {
    columns.set(name, [...(columns.get(name) ?? []), constraint]);
  }

  #belongsToTable(action: Action): boolean {
    if (WITH_TABLE[this.to.name].size === 0) return false;
    if (action.kind === 'add-constraint') return WITH_TABLE[this.to.name].has(action.constraint.rule.kind);
    if (action.kind !== 'alter-column') return false;
    return (
      action.change === 'add-identity' || (action.change === 'set-default' && sequenceOf(action.value) !== undefined)
    );
  }

  #completeColumn(written: TableElement, { columns }: Later, isChanged: boolean): TableElement {
    if (written.kind !== 'column-definition') return written;
    const element = this.sequences.begun(written);
    const found = columns.get(foldName(element.name, this.from)) ?? [];
    const more = isChanged ? found.filter(({ rule }) => rule.kind === 'comment') : found;
    if (more.length === 0) return element;
    return { ...element, constraints: [...element.constraints, ...more.map((one) => at(one, element.span))] };
  }
}

/** Places of another statement say nothing in the table’s text. */
const at = (constraint: ColumnConstraint, span: Span): ColumnConstraint => ({ ...constraint, span });

const tableOf = ({ name }: Pick<Comment, 'name'>): QualifiedName => ({ ...name, parts: name.parts.slice(0, -1) });

function notePrimaryKey({ rule }: TableConstraint, later: Later): void {
  if (rule.kind !== 'table-key' || rule.type !== 'primary') return;
  later.primaryKey = rule.elements.flatMap(({ expression }) =>
    expression.kind === 'column' ? expression.parts.slice(-1) : [],
  );
}

/** The column of a primary key of one. */
function onlyKeyColumn({ rule }: TableConstraint, dialect: Dialect): string | undefined {
  if (rule.kind !== 'table-key' || rule.type !== 'primary' || rule.elements.length !== 1) return undefined;
  const expression = rule.elements[0]?.expression;
  return expression?.kind === 'column' ? ownName(expression, dialect) : undefined;
}

const primaryKey = ({ name, span }: TableConstraint): ColumnConstraint => ({
  kind: 'column-constraint',
  ...(name !== undefined && { name }),
  rule: { kind: 'primary-key', span },
  span,
});
