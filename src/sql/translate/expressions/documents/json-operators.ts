import type { BinaryExpression, BinaryOperator, Expression } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { ofKey } from '../../queries/bare-columns.js';
import type { Translator } from '../../translator.js';
import { jsonAccess, type JsonAccess, type JsonAnswer } from './json-access.js';
import { written, type JsonWanted } from './json-written.js';

type JsonOperator = Extract<BinaryOperator, `json-${string}`>;

const access = (node: BinaryExpression, t: Translator): Expression =>
  jsonValue(node, t) ??
  t.refuse(
    node,
    'A way into a JSON document that is computed has no counterpart in the target.',
    'Write the path out.',
  );

/** Ways into JSON documents. */
export const jsonOperators: Readonly<Record<JsonOperator, (node: BinaryExpression, t: Translator) => Expression>> = {
  'json-get': access,
  'json-get-text': access,
  'json-path': access,
  'json-path-text': access,
  'json-find': access,
  'json-find-text': access,
};

/** What stands at a place of a document; undefined where the expression is no way into one. */
export function jsonValue(node: Expression, t: Translator): Expression | undefined {
  const found = jsonAccess(node, t);
  return found && written(found, found.gives, node, t);
}

/** Answers that an engine takes for a number, a text or a condition as the place asks, by what is there. */
const ADAPTS: Readonly<Record<DialectName, ReadonlySet<JsonAnswer>>> = {
  POSTGRESQL: new Set(),
  MYSQL: new Set<JsonAnswer>(['document']),
  SQLITE: new Set<JsonAnswer>(['value']),
};

/** A way into a document whose answer adapts to its place. */
export function adapting(node: Expression, t: Translator): JsonAccess | undefined {
  const adapts = ADAPTS[t.source];
  if (adapts.size === 0) return undefined;
  const found = jsonAccess(node, t);
  return found !== undefined && adapts.has(found.gives) ? found : undefined;
}

/** The same as the place asks for it; undefined for what does not adapt. */
export function adapted(node: Expression, wanted: JsonWanted, t: Translator): Expression | undefined {
  const found = adapting(node, t);
  return found && ofKey(node, t, () => written(found, wanted, node, t));
}

/** JSON's null is 0 as a number to MySQL, and NULL to SQLite. */
const NUMBER: Readonly<Record<DialectName, JsonWanted>> = {
  POSTGRESQL: 'number',
  MYSQL: 'number-or-0',
  SQLITE: 'number',
};

/** What is in a document as a number. */
export const adaptedNumber = (node: Expression, t: Translator): Expression | undefined =>
  adapted(node, NUMBER[t.source], t);

/** What is in a document as something to compare with a number. */
export const adaptedToCompare = (node: Expression, t: Translator): Expression | undefined =>
  adapted(node, t.source === 'MYSQL' ? 'number-or-0' : 'comparable', t);

/** What is in a document as a text; a document is its JSON. */
export const adaptedText = (node: Expression, t: Translator): Expression | undefined =>
  adapting(node, t)?.gives === 'value' ? adapted(node, 'value-text', t) : undefined;

/** What sorts as what is in a document does, by several values where one can't; undefined where the value itself does. */
export function sortedJson(node: Expression, t: Translator): SortKeys | undefined {
  const found = jsonAccess(node, t);
  if (found?.gives !== 'document' && found?.gives !== 'value') return undefined;
  if (found.gives === 'document' && t.source === 'MYSQL') t.notice('JSON_ORDER', node);
  const [first, ...others] = SORTED[t.target][found.gives] ?? [];
  if (first === undefined) return undefined;
  return [written(found, first, node, t), ...others.map((wanted) => written(found, wanted, node, t))];
}

type SortKeys = readonly [Expression, ...Expression[]];

const SORTED: Readonly<Record<DialectName, Partial<Record<JsonAnswer, readonly JsonWanted[]>>>> = {
  POSTGRESQL: {},
  MYSQL: { document: ['sort', 'unquoted'], value: ['comparable', 'value-text'] },
  SQLITE: { document: ['sort'] },
};
