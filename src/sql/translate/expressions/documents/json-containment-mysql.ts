import { pathText, quotedText, SQLITE_END, type JsonStep } from './json-paths.js';
import type { Json } from './json-of-text.js';

/**
 * What JSON_CONTAINS takes for contained, and PostgreSQL does not: to it an array has what any array within it has, and
 * has an object as well as an array of it does. Each test here is one that is not NULL where JSON_CONTAINS holds.
 *
 * @param value the candidate, as far as it is written out
 */
export function testsBeside(value: Json, document = '$1', depth = 0): readonly string[] {
  if (value === null || typeof value !== 'object')
    return [`(JSON_TYPE(${document}) <> 'ARRAY' OR ${inElements(document, [], value, depth)})`];
  if (Array.isArray(value)) return testsOf(value, document, [], depth);
  return [`JSON_TYPE(${document}) = 'OBJECT'`, ...testsOf(value, document, [], depth)];
}

function testsOf(value: Json, document: string, steps: readonly JsonStep[], depth: number): readonly string[] {
  if (Array.isArray(value)) return value.map((one: Json) => inElements(document, steps, one, depth));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value as Readonly<Record<string, Json>>).flatMap(([key, one]) => {
    const inner = [...steps, { key }];
    const type = `JSON_TYPE(JSON_EXTRACT(${document}, ${pathOf(inner)}))`;
    if (Array.isArray(one)) return testsOf(one, document, inner, depth);
    return [`${type} <> 'ARRAY'`, ...testsOf(one, document, inner, depth)];
  });
}

const pathOf = (steps: readonly JsonStep[], rest = ''): string => quotedText(pathText(steps, SQLITE_END) + rest);

/** Whether one of the elements of an array has it, and no array among them. */
function inElements(document: string, steps: readonly JsonStep[], value: Json, depth: number): string {
  const element = `_${depth}`;
  const isArray = Array.isArray(value);
  const tests = [
    `JSON_CONTAINS(${element}.v, ${quotedText(JSON.stringify(value))})`,
    ...(isArray ? [`JSON_TYPE(${element}.v) = 'ARRAY'`] : [`JSON_TYPE(${element}.v) <> 'ARRAY'`]),
    ...testsOf(value, `${element}.v`, [], depth + 1),
  ];
  const rows = `JSON_TABLE(${document}, ${pathOf(steps, '[*]')} COLUMNS (v JSON PATH '$')) AS ${element}`;
  const exists = `EXISTS (SELECT 1 FROM ${rows} WHERE ${tests.join(' AND ')})`;
  // of no document nothing is known
  return depth === 0 ? `(${document} IS NULL OR ${exists})` : exists;
}
