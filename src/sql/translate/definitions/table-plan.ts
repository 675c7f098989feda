import type { ColumnDefinition, CreateTable, Name, QualifiedName, TableConstraint } from '../../ast/index.js';
import type { Translator } from '../translator.js';
import type { DialectName } from '../../dialects/index.js';
import { columnMeaning } from './columns/column-meaning.js';
import { isCounting } from './columns/counters.js';
import { referencesOf } from './columns/referenced-types.js';

/** What a column's translation has to know of its table. */
export interface TablePlan {
  /** Of the source. */
  readonly name: QualifiedName;
  readonly columns: readonly Name[];
  /** Those that are computed out of the others. */
  readonly generated: readonly Name[];
  /** Keys of those that count by themselves, as far as they say so; undefined for a table that is there. */
  readonly counting?: readonly string[];
  /** Keys of the columns of the primary key. */
  readonly primary: readonly string[];
  /** Keys of the columns that any key, index or foreign key has. */
  readonly keyed: ReadonlySet<string>;
  readonly isWithoutRowid: boolean;
  /** What columns refer to, by their keys. */
  readonly references: ReturnType<typeof referencesOf>;
}

/** Reads the keys of a table that is created. */
export function tablePlan(node: CreateTable, t: Translator): TablePlan {
  const elements = node.elements ?? [];
  const columns = elements.filter((each): each is ColumnDefinition => each.kind === 'column-definition');
  const rules = elements.filter((each): each is TableConstraint => each.kind === 'table-constraint');
  const primary = primaryKey(node).map((name) => t.scope.key(name));
  const keyed = [
    ...columns.filter(isKeyed).map(({ name }) => name),
    ...rules.flatMap(({ rule }) => {
      if (rule.kind === 'table-key') return columnsOf(rule);
      return rule.kind === 'table-foreign-key' ? rule.columns : [];
    }),
  ].map((name) => t.scope.key(name));
  return {
    name: node.name,
    columns: columns.map(({ name }) => name),
    generated: columns.filter(isGenerated).map(({ name }) => name),
    counting: columns.filter((one) => isCounted(one, t.source)).map(({ name }) => t.scope.key(name)),
    primary,
    keyed: new Set([...primary, ...keyed, ...(node.keyedLater ?? []).map((one) => t.scope.keyOf(one))]),
    references: referencesOf(columns, rules, (name) => t.scope.key(name)),
    isWithoutRowid: (node.options ?? []).some(({ name }) => name === 'WITHOUT ROWID'),
  };
}

/** The columns of a table's primary key, as they are written. */
export const primaryKey = ({ elements = [] }: CreateTable): Name[] =>
  elements.flatMap((each) => {
    if (each.kind === 'column-definition')
      return each.constraints.some(({ rule }) => rule.kind === 'primary-key') ? [each.name] : [];
    const isKey = each.kind === 'table-constraint' && each.rule.kind === 'table-key' && each.rule.type === 'primary';
    return isKey ? columnsOf(each.rule) : [];
  });

const isCounted = ({ type, constraints }: ColumnDefinition, source: DialectName): boolean =>
  constraints.some(({ rule }) => rule.kind === 'identity' || isCounting(rule)) ||
  (type !== undefined && columnMeaning(type, source)?.counts === true);

const KEYED: ReadonlySet<string> = new Set(['primary-key', 'unique', 'references']);
const isKeyed = ({ constraints }: ColumnDefinition): boolean => constraints.some(({ rule }) => KEYED.has(rule.kind));

const isGenerated = ({ constraints }: ColumnDefinition): boolean =>
  constraints.some(({ rule }) => rule.kind === 'generated');

const columnsOf = ({ elements }: Extract<TableConstraint['rule'], { kind: 'table-key' }>): Name[] =>
  elements.flatMap(({ expression }) => (expression.kind === 'column' ? expression.parts.slice(-1) : []));
