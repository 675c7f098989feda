import type { Expression } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { literalText } from '../known-values.js';
import { everywhere, type CallPlace, type Compose, type FormTable } from '../form.js';

/** Whether a search in a text sees case. */
const SEES_CASE: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: true };

/** How each target finds `$2` in `$1`, as the source sees case. */
const FINDS: Readonly<Record<DialectName, Readonly<Record<'plain' | 'exact' | 'caseless', string>>>> = {
  POSTGRESQL: { plain: 'strpos($1, $2)', exact: 'strpos($1, $2)', caseless: 'strpos(lower($1), lower($2))' },
  MYSQL: {
    plain: 'LOCATE($2, $1)',
    exact: 'LOCATE($2 COLLATE utf8mb4_bin, $1)',
    caseless: 'LOCATE($2, $1)',
  },
  SQLITE: { plain: 'instr($1, $2)', exact: 'instr($1, $2)', caseless: 'instr(lower($1), lower($2))' },
};

function find({ node, t }: CallPlace, [text, sought]: readonly [Expression, Expression], at: number): Expression {
  const known = literalText(node.arguments[at]);
  const isPlain = known !== undefined && !/\p{L}/u.test(known);
  const sees =
    isPlain || SEES_CASE[t.source] === SEES_CASE[t.target] ? 'plain' : SEES_CASE[t.source] ? 'exact' : 'caseless';
  if (sees === 'caseless') t.notice('TEXT_COMPARISON', node);
  return t.form(FINDS[t.target][sees], [text, sought], node);
}

/** Bytes are sought among bytes. */
const IN_BYTES: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'position($2 IN $1)',
  MYSQL: 'LOCATE($2, $1)',
  SQLITE: 'instr($1, $2)',
};

const inFirst: Compose = (place) => {
  const { node, t, values } = place;
  if (node.arguments.every((one) => t.typeName(one) === 'BINARY')) return t.form(IN_BYTES[t.target], values, node);
  const [text, sought] = place.values as [Expression, Expression];
  return find(place, [text, sought], 1);
};

const inSecond: Compose = (place) => {
  const [sought, text] = place.values as [Expression, Expression];
  return find(place, [text, sought], 0);
};

/** Behind a place that is not the first. */
const inSecondFrom: Compose = (place) => {
  const [sought, text, start] = place.values as [Expression, Expression, Expression];
  const { t, node } = place;
  const rest = t.form('substr($1, $2)', [text, start], node);
  const found = find(place, [rest, sought], 0);
  return t.form('CASE WHEN $2 < 1 OR $1 = 0 THEN 0 ELSE $1 + $2 - 1 END', [found, start], node);
};

/** Where a text stands in another. */
export const positionForms: FormTable = {
  position_in_first: { takes: 'text', ...everywhere(inFirst) },
  position_in_second: { takes: 'text', ...everywhere(inSecond) },
  position_in_second_from: { takes: 'text text count', pg: inSecondFrom, lite: inSecondFrom },
};
