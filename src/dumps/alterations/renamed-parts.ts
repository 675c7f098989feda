import {
  isSameName,
  withOtherName,
  type AlterTable,
  type CreateTable,
  type Dialect,
  type Name,
  type QualifiedName,
  type Statement,
  type TableConstraint,
} from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';

type Action = AlterTable['actions'][number];
type Rename = Extract<Action, { kind: 'rename-column' }>;

/**
 * Other names as the target says them: that of an index with its table, and, in MySQL, that of a constraint by dropping it
 * and adding it again. https://dev.mysql.com/doc/refman/8.4/en/alter-table.html
 */
export function withOwnRenames(tree: Statement, definitions: Definitions): Statement {
  const { from, to } = definitions;
  if (tree.kind !== 'alter-table' || to.name === 'POSTGRESQL') return tree;
  if (tree.object === 'INDEX') return ofTable(tree, definitions) ?? tree;
  const known = definitions.of(tree.name)?.table;
  if (known === undefined || to.name !== 'MYSQL') return tree;
  const actions = tree.actions.flatMap((action): readonly Action[] =>
    action.kind === 'rename-column' && action.object === 'CONSTRAINT' ? renaming(action, known, from) : [action],
  );
  return { ...tree, actions };
}

/** ALTER INDEX … RENAME, as a change of the table that has the index. */
function ofTable(tree: AlterTable, definitions: Definitions): AlterTable | undefined {
  const [only, ...others] = tree.actions;
  const from = lastOf(tree.name);
  if (only?.kind !== 'rename-to' || others.length > 0) return undefined;
  const owner =
    definitions.ownerOf(tree.name) ??
    definitions.all().find(({ table }) => withOtherName(table, from, from, definitions.from) !== undefined)?.table.name;
  if (owner === undefined) return undefined;
  const { span } = tree;
  const action: Rename = { kind: 'rename-column', object: 'INDEX', from, to: lastOf(only.name), span };
  return { kind: 'alter-table', object: 'TABLE', name: owner, actions: [action], span };
}

function renaming(action: Rename, table: CreateTable, dialect: Dialect): readonly Action[] {
  const { from, to, span } = action;
  const called = withOtherName(table, from, to, dialect);
  const constraint = called && constraintBy(to, called, dialect);
  if (constraint === undefined) return [action];
  const { rule } = constraint;
  if (rule.kind === 'table-key') return rule.type === 'primary' ? [] : [{ ...action, object: 'INDEX' }];
  return [
    { kind: 'drop-constraint', object: 'CONSTRAINT', name: from, span },
    { kind: 'add-constraint', constraint, span },
  ];
}

/** A constraint by its name, as one of the table; undefined where there is none, or none that a name says anything of. */
function constraintBy(name: Name, { elements = [] }: CreateTable, dialect: Dialect): TableConstraint | undefined {
  const isIt = (own: Name | undefined): boolean => own !== undefined && isSameName(own, name, dialect);
  for (const element of elements) {
    if (element.kind === 'table-constraint' && isIt(element.name)) return element;
    if (element.kind !== 'column-definition') continue;
    for (const { rule, name: own, span } of element.constraints) {
      if (!isIt(own)) continue;
      const columns = [element.name];
      const of = (made: TableConstraint['rule']): TableConstraint => ({
        kind: 'table-constraint',
        name,
        rule: made,
        span,
      });
      if (rule.kind === 'check') return of({ kind: 'table-check', condition: rule.condition, span });
      if (rule.kind === 'references')
        return of({ kind: 'table-foreign-key', columns, reference: rule.reference, span });
      if (rule.kind === 'unique') return of({ kind: 'table-key', type: 'unique', elements: [], span });
    }
  }
  return undefined;
}

const lastOf = ({ parts }: QualifiedName): Name => parts[parts.length - 1] as Name;
