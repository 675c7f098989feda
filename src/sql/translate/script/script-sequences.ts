import { quotedName } from '../../dialects/quoted.js';
import { isCalled, nameInText, toldSequence, type CountedColumn } from '../../analysis/told-sequence.js';
import { foldName, ownName } from '../../analysis/folded-names.js';
import type {
  AlterTable,
  ColumnDefinition,
  CreateTable,
  Node,
  QualifiedName,
  Span,
  Statement,
} from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';
import { parseStatement } from '../../parser/index.js';
import { counts } from './counting-columns.js';

type CreateSequence = Extract<Statement, { kind: 'create-sequence' }>;
type Option = CreateSequence['options'][number];
type ColumnConstraint = ColumnDefinition['constraints'][number];

/**
 * The sequences of a script of PostgreSQL, and the columns that count by them, which count by themselves elsewhere. What a
 * sequence begins with goes with the column; where it is told to go on from, the column is told.
 * https://www.postgresql.org/docs/current/sql-createsequence.html
 */
export class ScriptSequences {
  readonly #options = new Map<string, CreateSequence['options']>();
  readonly #columns = new Map<string, CountedColumn>();
  /** Those that a statement says to belong to a column. */
  readonly #owned = new Set<string>();

  constructor(readonly dialect: Dialect) {}

  /** Takes a statement of the first reading. */
  note(tree: Statement): void {
    if (tree.kind === 'create-sequence') this.#options.set(ownName(tree.name, this.dialect), tree.options);
    if (tree.kind === 'alter-sequence' && tree.options.some(({ name }) => name === 'OWNED BY'))
      this.#owned.add(ownName(tree.name, this.dialect));
    if (tree.kind === 'create-table') this.#noteTable(tree);
    if (tree.kind === 'alter-table') this.#noteChange(tree);
  }

  /** Whether a column counts by it, which needs no sequence elsewhere. */
  isCounting(name: QualifiedName): boolean {
    const key = ownName(name, this.dialect);
    return this.#columns.has(key) || this.#owned.has(key);
  }

  /** Whether a statement tells no more than what the column of a sequence is made with. */
  isTold(tree: Statement): boolean {
    if (tree.kind === 'create-sequence') return this.isCounting(tree.name);
    return tree.kind === 'alter-sequence' && this.isCounting(tree.name) && !tree.options.some(isRestart);
  }

  /** A column with what its sequence begins with. */
  begun(column: ColumnDefinition): ColumnDefinition {
    const constraints = column.constraints.map((constraint): ColumnConstraint => {
      const { rule, span } = constraint;
      const options = rule.kind === 'default-value' ? this.beginningOf(rule.value, span) : [];
      if (options.length === 0) return constraint;
      return { kind: 'column-constraint', rule: { kind: 'identity', always: false, options, span }, span };
    });
    return { ...column, constraints };
  }

  /** How the sequence of a default counts, where that is not by 1 from 1; as told at a place. */
  beginningOf(value: Node | undefined, span: Span): readonly Option[] {
    const options = this.#options.get(sequenceOf(value) ?? '') ?? [];
    return options.filter(isBeginningOption).map((option) => ({ ...option, span }));
  }

  /**
   * `ALTER SEQUENCE … RESTART` and `SELECT setval(…)`, as a change of the column that counts.
   *
   * @param isMade whether the script made a table, whose change is known then
   */
  asChange(tree: Statement, isMade: (table: QualifiedName) => boolean): AlterTable | undefined {
    const told = toldSequence(tree, this.dialect);
    const counted = told?.name === undefined ? told?.columns[0] : this.#columns.get(told.name);
    if (told === undefined || counted === undefined) return undefined;
    const { table, column } = counted;
    const change = parseStatement(
      `ALTER TABLE ${quotedName(table)} ALTER COLUMN ${quotedName(column)} RESTART WITH ${told.next}`,
      this.dialect,
    );
    return change.kind === 'alter-table' && isMade(change.name) ? change : undefined;
  }

  #noteTable({ name, elements = [] }: CreateTable): void {
    for (const element of elements) if (element.kind === 'column-definition') this.#noteColumn(name, element);
  }

  #noteChange({ name: table, actions }: AlterTable): void {
    for (const action of actions) {
      if (action.kind === 'add-column') for (const column of action.columns) this.#noteColumn(table, column);
      if (action.kind !== 'alter-column') continue;
      const column = foldName(action.column, this.dialect);
      if (action.change === 'set-default') this.#add(sequenceOf(action.value), table, column);
      if (action.change === 'add-identity') this.#add(usualSequence(table, column, this.dialect), table, column);
    }
  }

  #noteColumn(table: QualifiedName, definition: ColumnDefinition): void {
    const column = foldName(definition.name, this.dialect);
    if (counts(definition)) this.#add(usualSequence(table, column, this.dialect), table, column);
    for (const { rule } of definition.constraints)
      if (rule.kind === 'default-value') this.#add(sequenceOf(rule.value), table, column);
  }

  #add(sequence: string | undefined, table: QualifiedName, column: string): void {
    if (sequence !== undefined) this.#columns.set(sequence, { table: ownName(table, this.dialect), column });
  }
}

/** What PostgreSQL calls the sequence of a column that counts. */
export const usualSequence = (table: QualifiedName, column: string, dialect: Dialect): string =>
  `${ownName(table, dialect)}_${column}_seq`;

const isRestart = ({ name }: Option): boolean => name.startsWith('RESTART');
/** Whether an option says how a sequence counts, where that is not by 1 from 1. */
export const isBeginningOption = ({ name, value }: Option): boolean =>
  (name.startsWith('START') || name.startsWith('INCREMENT')) && value?.kind === 'number' && value.text !== '1';

/** `nextval('public.t_id_seq'::regclass)`: the sequence by its own name; undefined for any other value. */
export function sequenceOf(value: Node | undefined): string | undefined {
  if (value?.kind !== 'call' || !isCalled(value.name, 'nextval')) return undefined;
  return nameInText(value.arguments[0]) ?? '';
}
