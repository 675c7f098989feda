import { analyse } from '../../../analysis/analyse.js';
import { partsOfPath } from '../../../analysis/folded-names.js';
import type { CreateView, Drop, Name, Node, QualifiedName, Query, Statement } from '../../../ast/index.js';
import type { HangingView } from '../../../catalogue.js';
import { parseStatement } from '../../../parser/index.js';
import { name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';

/** A view of the target that reads something which is changed, as it can be made anew. */
export interface ReadView {
  readonly name: string;
  readonly query: Query;
  readonly columns: readonly string[];
  /** What it reads, in lower case. */
  readonly reads: ReadonlySet<string>;
}

/**
 * The views that read a table or view of the target, and those that read these, in an order in which they can be dropped;
 * undefined where that is not known, or what one of them reads can't be told.
 */
export function viewsOver(table: QualifiedName, t: Translator): readonly ReadView[] | undefined {
  const hanging = t.scope.context.catalogue?.hangingOn?.(table.parts.map((part) => t.scope.fold(part)))?.views;
  const read = hanging?.map((view) => readView(view, t)) ?? [];
  const known = read.filter((view) => view !== undefined);
  return hanging === undefined || known.length < read.length ? undefined : inOrderOfDrops(known);
}

function readView({ name: own, query: text, columns = [] }: HangingView, t: Translator): ReadView | undefined {
  const query = text === undefined ? undefined : parseStatement(text, t.to);
  if (query?.kind !== 'query') return undefined;
  const reads = analyse(query, t.to).tables.read.map((path) => (partsOfPath(path).at(-1) ?? '').toLowerCase());
  return { name: own, query, columns, reads: new Set(reads) };
}

/** Each goes before those that it reads. */
function inOrderOfDrops(views: readonly ReadView[]): ReadView[] {
  const waiting = [...views];
  const ordered: ReadView[] = [];
  while (waiting.length > 0) {
    const isFree = (one: ReadView): boolean => !waiting.some(({ reads }) => reads.has(one.name.toLowerCase()));
    ordered.push(...waiting.splice(Math.max(waiting.findIndex(isFree), 0), 1));
  }
  return ordered;
}

export const dropOfView = (view: string, at: Node): Drop => ({
  kind: 'drop',
  object: 'VIEW',
  names: [pathOf(view, at)],
  span: at.span,
});

/** A view as it is, or by another query. */
export const viewAgain = ({ name: own, query, columns }: ReadView, at: Node): CreateView => ({
  kind: 'create-view',
  name: pathOf(own, at),
  columns: columns.map((one): Name => name(one, at.span, true)),
  query,
  span: at.span,
});

/** What is dropped before a change, and made again behind it. */
export const aside = (views: readonly ReadView[], at: Node): { before: Statement[]; after: Statement[] } => ({
  before: views.map((view) => dropOfView(view.name, at)),
  after: [...views].reverse().map((view) => viewAgain(view, at)),
});

export const pathOf = (value: string, { span }: Pick<Node, 'span'>): QualifiedName => ({
  kind: 'qualified-name',
  parts: [name(value, span, true)],
  span,
});
