import { copiedKinds, type DataType, type Statement, type TableElement } from '../../sql/index.js';
import type { Definitions } from './definitions.js';
import type { Definition } from '../alterations/redefinition.js';

/**
 * CREATE TABLE … LIKE a table of the script's, with that one's columns, and what else of it is meant: SQLite has no word for it,
 * MySQL only one that means all, and what comes behind has to know them. No engine takes foreign keys along.
 * https://dev.mysql.com/doc/refman/8.4/en/create-table-like.html
 */
export function withLikeElements(tree: Statement, definitions: Definitions): Statement {
  if (tree.kind !== 'create-table') return tree;
  const { like, ...rest } = tree;
  if (like !== undefined) {
    const known = definitions.to.name === 'MYSQL' ? undefined : definitions.of(like);
    return known === undefined ? tree : { ...rest, elements: partsOf(known, ['INCLUDING ALL']) };
  }
  if (definitions.from.name !== 'POSTGRESQL' || definitions.to.name === 'POSTGRESQL') return tree;
  const elements = tree.elements?.map((element) => {
    if (element.kind !== 'like-table') return [element];
    const known = definitions.of(element.table);
    return known && partsOf(known, element.options);
  });
  const known = elements?.filter((each) => each !== undefined);
  return known === undefined || known.length < (elements?.length ?? 0) ? tree : { ...rest, elements: known.flat() };
}

/** What a table like another has of it. */
function partsOf({ table, indexes }: Definition, options: readonly string[]): TableElement[] {
  const isCopied = copiedKinds(options);
  const keys = indexes.flatMap(({ tree: index }): readonly TableElement[] => {
    const type = index.type === 'unique' ? 'unique' : index.type === 'index' ? 'index' : undefined;
    if (type === undefined || index.where !== undefined || !isCopied('table-key')) return [];
    const { elements, span } = index;
    return [{ kind: 'table-constraint', rule: { kind: 'table-key', type, elements, span }, span }];
  });
  const own = (table.elements ?? []).flatMap((element): readonly TableElement[] => {
    if (element.kind === 'table-constraint') return isCopied(element.rule.kind) ? [element] : [];
    if (element.kind !== 'column-definition') return [];
    const constraints = element.constraints.flatMap((constraint): (typeof constraint)[] => {
      if (isCopied(constraint.rule.kind)) return [constraint];
      const { span } = constraint;
      // a primary key keeps NULLs away, whatever else of it is copied
      return constraint.rule.kind === 'primary-key'
        ? [{ kind: 'column-constraint', rule: { kind: 'not-null', span }, span }]
        : [];
    });
    const type = element.type && counted(element.type, isCopied);
    const { span } = element;
    const isPlain = type !== element.type;
    const required = isPlain ? [{ kind: 'column-constraint', rule: { kind: 'not-null', span }, span } as const] : [];
    return [{ ...element, ...(type && { type }), constraints: [...constraints, ...required] }];
  });
  return [...own, ...keys];
}

/** A type that counts by itself does so by its default. */
function counted(type: DataType, isCopied: (kind: string) => boolean): DataType {
  const plain = COUNTING.get(type.name);
  return plain === undefined || isCopied('default-value') ? type : { ...type, name: plain };
}

const COUNTING: ReadonlyMap<string, string> = new Map([
  ['serial', 'integer'],
  ['bigserial', 'bigint'],
  ['smallserial', 'smallint'],
]);
