import { functionOfCall } from '../../analysis/function-of-call.js';
import { nameKey } from '../../analysis/folded-names.js';
import {
  asked,
  walk,
  type ColumnReference,
  type Expression,
  type Name,
  type Node,
  type NodeKind,
  type NodeOf,
} from '../../ast/index.js';
import type { Dialect } from '../../dialects/dialect.js';
import type { SqlType } from '../sql-type.js';
import { typeOfCastTo } from '../type-names/index.js';

/** Keeps a value that is taken for an array, with one of what its elements are compared with, where there is one. */
type Keep = (array: Node | undefined, beside?: Expression) => void;
type Readers = { readonly [Kind in NodeKind]?: (node: NodeOf<Kind>, keep: Keep, dialect: Dialect) => void };

/** Functions by the places of their arrays, and of an element among their arguments. */
const TAKES: Readonly<Record<string, { readonly arrays: readonly number[]; readonly element?: number }>> = {
  elements_of_array: { arrays: [0] },
  array_append: { arrays: [0], element: 1 },
  array_prepend: { arrays: [1], element: 0 },
  array_remove: { arrays: [0], element: 1 },
  array_replace: { arrays: [0], element: 1 },
  array_position: { arrays: [0], element: 1 },
  array_positions: { arrays: [0], element: 1 },
  array_cat: { arrays: [0, 1] },
  array_to_string: { arrays: [0] },
  array_length: { arrays: [0] },
  array_upper: { arrays: [0] },
  array_lower: { arrays: [0] },
  cardinality: { arrays: [0] },
};

const ARRAY_OPERATORS: ReadonlySet<string> = new Set(['@>', '<@', '&&']);

/** Whether it can be nothing but an array. */
const isWrittenArray = (node: Expression): boolean =>
  node.kind === 'array' || (node.kind === 'cast' && node.type.dimensions !== undefined);

/** One of the elements of an array that is written out. */
const oneOf = (node: Expression): Expression | undefined => (node.kind === 'array' ? node.items[0] : undefined);

function readPair(left: Expression, right: Expression, keep: Keep): void {
  if (isWrittenArray(right)) keep(left, oneOf(right));
  if (isWrittenArray(left)) keep(right, oneOf(left));
}

const READERS: Readers = {
  quantified: ({ left, right }, keep) => {
    keep(right, left);
  },
  call: (node, keep, dialect) => {
    const { arguments: values } = node;
    const takes = TAKES[functionOfCall(node, dialect)?.meaning ?? ''];
    for (const place of takes?.arrays ?? [])
      keep(values[place], takes?.element === undefined ? undefined : values[takes.element]);
  },
  operator: ({ symbol, left, right }, keep) => {
    if (left !== undefined && ARRAY_OPERATORS.has(symbol)) readPair(left, right, keep);
  },
  binary: ({ operator, left, right }, keep) => {
    if (operator === 'concatenate' || operator === 'equal' || operator === 'not-equal') readPair(left, right, keep);
  },
  index: ({ operand, index }, keep) => {
    if (index.kind === 'number') keep(operand);
  },
};

/** Columns that are used as documents are none. */
const isOfDocuments = (node: Node): node is NodeOf<'binary'> =>
  node.kind === 'binary' && node.operator.startsWith('json-');

const isWhole = (content: string): boolean => /^\d+$/.test(content);

const TEXTS: SqlType = { type: 'TEXT' };

/**
 * Which columns a statement takes for arrays: `'a' = ANY (tags)`, `unnest(tags)`, `tags && ARRAY['a']`. Where tables have no
 * arrays, these are JSON or text by their types.
 */
export class ArrayUses {
  readonly #elements = new Map<string, SqlType>();

  constructor(
    statement: Node,
    private readonly dialect: Dialect,
  ) {
    const documents = new Set<string>();
    const keep: Keep = (array, beside) => {
      if (array?.kind === 'column') this.#keep(array, beside);
    };
    walk(statement, (node) => {
      const read = READERS[node.kind] as ((node: Node, keep: Keep, dialect: Dialect) => void) | undefined;
      read?.(node, keep, dialect);
      if (isOfDocuments(node) && node.left.kind === 'column') documents.add(this.#keyOf(node.left));
      return true;
    });
    for (const key of documents) this.#elements.delete(key);
  }

  /** What the elements of a column are that is taken for an array, by its key: texts where nothing tells. */
  elementOf(key: string): SqlType | undefined {
    return this.#elements.get(key);
  }

  #keep(array: ColumnReference, beside: Expression | undefined): void {
    const key = this.#keyOf(array);
    const known = this.#elements.get(key);
    if (known === undefined || known === TEXTS) this.#elements.set(key, this.#typeOf(beside) ?? TEXTS);
  }

  #keyOf({ parts }: ColumnReference): string {
    return nameKey(parts[parts.length - 1] as Name, this.dialect);
  }

  #typeOf(node: Expression | undefined): SqlType | undefined {
    if (node?.kind === 'cast' || node?.kind === 'typed-literal') return typeOfCastTo(node.type, this.dialect);
    return node?.kind === 'number' ? { type: asked(node, isWhole) ? 'BIGINT' : 'DECIMAL' } : undefined;
  }
}
