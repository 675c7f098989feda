import type { CreateTable, Statement, TableElement } from '../sql/index.js';
import type { Definitions } from './definitions.js';

/**
 * CREATE TABLE … LIKE a table of the script's, with that one's columns, keys and conditions: SQLite has no word for it, and what
 * comes behind has to know them. No engine takes foreign keys along. https://dev.mysql.com/doc/refman/8.4/en/create-table-like.html
 */
export function withLikeElements(tree: Statement, definitions: Definitions): Statement {
  if (tree.kind !== 'create-table' || definitions.to.name === 'MYSQL') return tree;
  const [only, ...others] = tree.elements ?? [];
  const isAll = only?.kind === 'like-table' && only.options.includes('INCLUDING ALL') && others.length === 0;
  const other = tree.like ?? (isAll ? only.table : undefined);
  const known = other && definitions.of(other);
  if (known === undefined) return tree;
  const { like: _, ...rest } = tree;
  const keys = known.indexes.flatMap(({ tree: index }): readonly TableElement[] => {
    const type = index.type === 'unique' ? 'unique' : index.type === 'index' ? 'index' : undefined;
    if (type === undefined || index.where !== undefined) return [];
    const { elements, span } = index;
    return [{ kind: 'table-constraint', rule: { kind: 'table-key', type, elements, span }, span }];
  });
  return { ...rest, elements: [...elementsOf(known.table), ...keys] };
}

const elementsOf = ({ elements = [] }: CreateTable): TableElement[] =>
  elements.flatMap((element): readonly TableElement[] => {
    if (element.kind === 'table-constraint') return element.rule.kind === 'table-foreign-key' ? [] : [element];
    if (element.kind !== 'column-definition') return [];
    return [{ ...element, constraints: element.constraints.filter(({ rule }) => rule.kind !== 'references') }];
  });
