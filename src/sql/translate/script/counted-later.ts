import { foldName, isSameName, ownKey } from '../../analysis/folded-names.js';
import type {
  AlterColumn,
  AlterTable,
  ColumnDefinition,
  CreateTable,
  Name,
  SequenceOption,
  Statement,
  TableConstraint,
} from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';
import { ofColumn } from '../definitions/made-definitions.js';
import { counts as isCounting } from './counting-columns.js';
import { isBeginningOption, sequenceOf, type ScriptSequences } from './script-sequences.js';

type Action = AlterTable['actions'][number];

/** What a script tells of a table’s counting column behind the table. */
interface Later {
  readonly columns: Name[];
  /** How they count, by their names, where that is not by 1 from 1. */
  readonly beginnings: Map<string, readonly SequenceOption[]>;
  /** Those that count from the start, as no key yet. */
  readonly counting: Name[];
  /** The one column of its primary key. */
  primary?: { readonly column: Name; readonly constraint: TableConstraint };
}

/**
 * Columns that a script of PostgreSQL makes count behind their tables, by the default that pg_dump writes: elsewhere a column
 * counts from the start, and as a key.
 */
export class CountedLater {
  readonly #made = new Set<string>();
  readonly #tables = new Map<string, Later>();

  constructor(
    readonly dialect: Dialect,
    readonly sequences: ScriptSequences,
  ) {}

  /** Takes a statement of the script, in its order. */
  note(tree: Statement): void {
    if (tree.kind === 'create-table' && tree.elements !== undefined) this.#noteTable(tree);
    if (tree.kind !== 'alter-table' || !this.#made.has(ownKey(tree.name, this.dialect))) return;
    const key = ownKey(tree.name, this.dialect);
    const later: Later = this.#tables.get(key) ?? { columns: [], beginnings: new Map(), counting: [] };
    for (const action of tree.actions) {
      if (action.kind === 'alter-column' && counts(action)) {
        later.columns.push(action.column);
        later.beginnings.set(foldName(action.column, this.dialect), beginningOf(action, this.sequences));
      }
      const primary = action.kind === 'add-constraint' ? onlyKeyColumn(action.constraint) : undefined;
      if (primary === undefined || action.kind !== 'add-constraint') continue;
      later.primary = { column: primary, constraint: action.constraint };
      if (later.counting.some((one) => isSameName(one, primary, this.dialect))) later.columns.push(primary);
    }
    this.#tables.set(key, later);
  }

  #noteTable({ name, elements = [] }: CreateTable): void {
    const key = ownKey(name, this.dialect);
    this.#made.add(key);
    const counting = elements.flatMap((each) =>
      each.kind === 'column-definition' && countsAlready(each) && !each.constraints.some(isPrimary) ? [each.name] : [],
    );
    this.#tables.set(key, { columns: [], beginnings: new Map(), counting });
  }

  /** A table with what is told of it later. */
  complete(table: CreateTable): CreateTable {
    const later = this.#tables.get(ownKey(table.name, this.dialect));
    if (later === undefined || later.columns.length === 0) return table;
    const elements = table.elements?.map((element) =>
      element.kind === 'column-definition' ? this.#completed(element, later) : element,
    );
    return { ...table, ...(elements && { elements }) };
  }

  /** A change without what its table is made with; undefined where nothing is left. */
  without(tree: AlterTable): AlterTable | undefined {
    const later = this.#tables.get(ownKey(tree.name, this.dialect));
    if (later === undefined || later.columns.length === 0) return tree;
    const actions = tree.actions.filter((action) => !this.#isTold(action, later));
    return actions.length === 0 ? undefined : { ...tree, actions };
  }

  #isTold(action: Action, { columns, primary }: Later): boolean {
    if (action.kind === 'alter-column') return counts(action);
    if (action.kind !== 'add-constraint' || primary === undefined) return false;
    const isKey = action.constraint.span.start === primary.constraint.span.start;
    return isKey && columns.some((one) => isSameName(one, primary.column, this.dialect));
  }

  #completed(column: ColumnDefinition, { columns, beginnings, primary }: Later): ColumnDefinition {
    const { span } = column;
    const is = (name: Name | undefined): boolean => name !== undefined && isSameName(name, column.name, this.dialect);
    if (!columns.some(is)) return column;
    const options = (beginnings.get(foldName(column.name, this.dialect)) ?? []).map((one) => ({ ...one, span }));
    const identity = countsAlready(column) ? [] : [ofColumn({ kind: 'identity', always: false, options, span })];
    const key = is(primary?.column) ? [ofColumn({ kind: 'primary-key', span })] : [];
    return { ...column, constraints: [...column.constraints, ...identity, ...key] };
  }
}

const countsAlready = (column: ColumnDefinition): boolean =>
  isCounting(column) ||
  column.constraints.some(({ rule }) => rule.kind === 'default-value' && sequenceOf(rule.value) !== undefined);

const isPrimary = ({ rule }: ColumnDefinition['constraints'][number]): boolean => rule.kind === 'primary-key';

const counts = (action: Extract<Action, { kind: 'alter-column' }>): boolean =>
  action.change === 'add-identity' || (action.change === 'set-default' && sequenceOf(action.value) !== undefined);

/** How a column counts that is made to count behind its table, where that is not by 1 from 1. */
export const beginningOf = (
  { identity = [], value, span }: AlterColumn,
  sequences: ScriptSequences,
): readonly SequenceOption[] => [...identity.filter(isBeginningOption), ...sequences.beginningOf(value, span)];

function onlyKeyColumn({ rule }: TableConstraint): Name | undefined {
  if (rule.kind !== 'table-key' || rule.type !== 'primary' || rule.elements.length !== 1) return undefined;
  const expression = rule.elements[0]?.expression;
  return expression?.kind === 'column' ? expression.parts.at(-1) : undefined;
}
