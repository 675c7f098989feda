import type { Expression } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { familyOfType, type Family as FamilyOfType } from '../../../typing/index.js';
import type { Translator } from '../../translator.js';
import { cast, dataType } from '../../made-nodes.js';
import { castTo } from '../casts.js';
import { numberOf, plainTextOf, textOf } from '../coercion.js';
import { withFarthest } from '../moments/endless-values.js';
import { adapting } from '../documents/json-operators.js';
import { momentsOfOneKind } from '../moments/moment-results.js';
import { isWholePart } from '../moments/moment-words.js';
import { besideOpenTruth } from '../open-truths.js';
import { countable, isTruth } from '../truth.js';

/** Types among which any engine finds a common one; documents are like any other. */
type Family = Exclude<FamilyOfType, 'document'>;

/** Whether the results of one expression must have one type: elsewhere each keeps its own, or all become text. */
const WANTS_ONE_TYPE: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: false };

function familyOf(node: Expression, t: Translator): Family | undefined {
  if (node.kind === 'null' || node.kind === 'parameter') return undefined;
  if (node.kind === 'string') return 'text';
  if (isTruth(node, t)) return t.typeName(node) === 'INTEGER' ? 'number' : 'truth';
  const type = t.typeName(node);
  if (type === undefined) return isSumOfParts(node, t) ? 'number' : undefined;
  const family = familyOfType(type);
  return family === 'document' ? 'other' : family;
}

/** Parts of dates are texts to SQLite, of which arithmetic makes whole numbers. */
const isSumOfParts = (node: Expression, t: Translator): boolean => node.kind === 'binary' && isWholePart(node, t);

/** As the text that stands beside it. */
const textBeside = (node: Expression, t: Translator, otherwise = textOf): Expression =>
  isSumOfParts(node, t) && WANTS_ONE_TYPE[t.target]
    ? cast(t.value(node), dataType('text', node.span))
    : otherwise(node, t);

/** What is in a document is what the values beside it are; a literal beside documents is one to PostgreSQL. */
function besideDocuments(nodes: readonly Expression[], t: Translator): Expression[] | undefined {
  const others = nodes.filter((node) => adapting(node, t) === undefined);
  if (t.source === 'POSTGRESQL' && nodes.some((node) => t.typeName(node) === 'JSON')) {
    return nodes.map((node) =>
      node.kind === 'string' ? castTo(node, dataType('jsonb', node.span), node, t) : t.value(node),
    );
  }
  if (others.length === 0 || others.length === nodes.length) return undefined;
  const families = others.map((node) => familyOf(node, t));
  if (families.includes('text')) return nodes.map((node) => (node.kind === 'null' ? t.value(node) : textOf(node, t)));
  return families.includes('number') ? nodes.map((node) => numberOf(node, t)) : undefined;
}

/** Values one of which an expression gives, so that they have a common type in the target as well. */
export function resultsAlike(given: readonly Expression[], t: Translator): Expression[] {
  const nodes = withFarthest(given, t);
  const special = momentsOfOneKind(nodes, t) ?? besideDocuments(nodes, t) ?? besideOpenTruth(nodes, t);
  if (special !== undefined) return special;
  const families = new Set(nodes.map((node) => familyOf(node, t)).filter((family) => family !== undefined));
  // MySQL makes text of all where one is text, which writes the digits of decimals out
  const becomeText = t.source === 'MYSQL' && families.has('text') && families.has('number');
  if (families.has('text') && WANTS_ONE_TYPE[t.target] && !WANTS_ONE_TYPE[t.source])
    return nodes.map((node) => (node.kind === 'null' ? t.value(node) : textBeside(node, t, plainTextOf)));
  if (families.size < 2 || WANTS_ONE_TYPE[t.source] || !(WANTS_ONE_TYPE[t.target] || becomeText))
    return nodes.map((node) => t.value(node));
  const isNumeric = [...families].every((family) => family === 'number' || family === 'truth');
  return nodes.map((node) =>
    node.kind === 'null' ? t.value(node) : isNumeric ? countable(node, t) : textBeside(node, t),
  );
}
