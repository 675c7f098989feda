import { ownKey, type AlterTable, type CreateTable, type Dialect, type Name, type Statement } from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';

/**
 * Tables whose columns stand in another order in the target, which adds columns behind all others: rows that name no columns
 * name them there. https://dev.mysql.com/doc/refman/8.4/en/alter-table.html
 */
export class ListedColumns {
  readonly #reordered = new Set<string>();

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
  ) {}

  /** Takes a change that was made. */
  note({ name, actions }: AlterTable): void {
    if (this.from.name !== 'MYSQL' || this.to.name !== 'POSTGRESQL') return;
    const key = ownKey(name, this.from);
    const other = actions.find((action) => action.kind === 'rename-to')?.name;
    if (actions.some(isPlaced)) this.#reordered.add(key);
    if (other !== undefined && this.#reordered.delete(key)) this.#reordered.add(ownKey(other, this.from));
  }

  /** The rows of a statement, with the columns that they are for. */
  listed(tree: Statement, definitions: Definitions): Statement {
    if (tree.kind !== 'insert' || tree.columns !== undefined || tree.source === undefined) return tree;
    const known = this.#reordered.has(ownKey(tree.table, this.from)) ? definitions.of(tree.table) : undefined;
    if (known === undefined) return tree;
    const columns = columnsOf(known.table).map((part) => ({ kind: 'column', parts: [part], span: part.span }) as const);
    return { ...tree, columns };
  }
}

const isPlaced = (action: AlterTable['actions'][number]): boolean =>
  (action.kind === 'add-column' && action.columns.some(({ position }) => position !== undefined)) ||
  (action.kind === 'change-column' && action.definition.position !== undefined);

const columnsOf = ({ elements = [] }: CreateTable): Name[] =>
  elements.flatMap((element) => (element.kind === 'column-definition' ? [element.name] : []));
