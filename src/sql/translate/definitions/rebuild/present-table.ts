import { foldName } from '../../../analysis/folded-names.js';
import {
  walk,
  type AlterTable,
  type CreateIndex,
  type CreateTable,
  type Name,
  type QualifiedName,
  type Statement,
} from '../../../ast/index.js';
import type { CatalogueTable, TableTexts } from '../../../catalogue.js';
import { DragomanError } from '../../../../errors/index.js';
import { parseStatement } from '../../../parser/index.js';
import type { Translator } from '../../translator.js';

/** A table of the target as it is, with all that is said of it apart. */
export interface PresentTable {
  readonly table: CreateTable;
  readonly indexes: readonly CreateIndex[];
  /** What else is made with it: triggers. */
  readonly others: readonly Statement[];
}

/** What the catalogue tells of the table that is changed. */
export function knownTable({ name }: AlterTable, t: Translator): CatalogueTable | undefined {
  return t.scope.context.catalogue?.table(name.parts.map((part) => t.scope.fold(part)));
}

/** A table by the texts that its database keeps of it; undefined where one of them can't be read. */
export function presentTable(texts: TableTexts, t: Translator): PresentTable | undefined {
  const trees = texts.map((text) => read(text, t));
  const [table, ...beside] = trees;
  if (table?.kind !== 'create-table' || table.elements === undefined) return undefined;
  const known = beside.filter((tree) => tree !== undefined);
  if (known.length < beside.length) return undefined;
  return {
    table,
    indexes: known.filter((tree): tree is CreateIndex => tree.kind === 'create-index'),
    others: known.filter(({ kind }) => kind !== 'create-index'),
  };
}

function read(text: string, t: Translator): Statement | undefined {
  try {
    return parseStatement(text, t.to);
  } catch (error) {
    if (error instanceof DragomanError) return undefined;
    throw error;
  }
}

/** What is called by a path, without case. */
export const keyOf = ({ parts }: QualifiedName, t: Translator): string =>
  foldName(parts[parts.length - 1] as Name, t.to).toLowerCase();

/** The tables that the foreign keys of a table lead to, by their names without case. */
export function parentsOf(table: CreateTable, t: Translator): ReadonlySet<string> {
  const found = new Set<string>();
  walk(table, (node) => {
    if (node.kind === 'foreign-reference') found.add(keyOf(node.table, t));
    return true;
  });
  return found;
}
