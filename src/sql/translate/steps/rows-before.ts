import {
  contains,
  rewrite,
  type Change,
  type Name,
  type Node,
  type Query,
  type Statement,
  type TableName,
} from '../../ast/index.js';
import { allColumnsOf } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { named } from './rows.js';
import type { StepMaker } from './step-maker.js';

type Whole = Change | Query;

/** What a change changes; none for a query. */
export function targetOf(statement: Statement): TableName | undefined {
  if (statement.kind === 'merge') return statement.into;
  const [first] = statement.kind === 'update' ? statement.tables : statement.kind === 'delete' ? statement.from : [];
  return first?.kind === 'table-name' ? first : undefined;
}

/** The name of the table that a change is made to. */
export function changedBy(statement: Change): TableName['name'] {
  return statement.kind === 'insert' ? statement.table : (targetOf(statement) as TableName).name;
}

const pathOf = ({ parts }: TableName['name'], t: Translator): string =>
  parts.map((part) => t.scope.key(part)).join('.');

/** What reads a table, beside what is changed by it. */
function readsTable(statement: Whole, path: string, t: Translator): boolean {
  const start = targetOf(statement)?.span.start;
  return contains(
    statement,
    (part) => part.kind === 'table-name' && part.span.start !== start && pathOf(part.name, t) === path,
  );
}

/**
 * Tables as they were before the changes of a WITH: all of its parts see these, wherever they stand. Those that another
 * part reads are kept whole.
 */
export class RowsBefore {
  readonly #kept = new Map<string, Name>();

  constructor(
    parts: readonly Whole[],
    private readonly steps: StepMaker,
  ) {
    const { t } = steps;
    for (const part of parts) {
      if (part.kind === 'query') continue;
      const changed = changedBy(part);
      const path = pathOf(changed, t);
      if (this.#kept.has(path) || !parts.some((other) => other !== part && readsTable(other, path, t))) continue;
      const table: TableName = { kind: 'table-name', name: changed, span: changed.span };
      const stem = (changed.parts[changed.parts.length - 1] as Name).value;
      this.#kept.set(path, steps.keep(stem, allColumnsOf([table], changed.span)));
    }
  }

  /** A part that reads what was kept. */
  in<Part extends Whole>(part: Part): Part {
    if (this.#kept.size === 0) return part;
    const { t } = this.steps;
    const start = targetOf(part)?.span.start;
    const kept = (node: Node): Node => {
      if (node.kind !== 'table-name' || node.span.start === start) return node;
      const found = this.#kept.get(pathOf(node.name, t));
      if (found === undefined) return node;
      return named(found, node.alias ?? node.name.parts[node.name.parts.length - 1]);
    };
    return rewrite<Part>(part, kept);
  }
}
