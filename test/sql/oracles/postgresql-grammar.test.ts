import { loadModule, parseSync } from 'libpg-query';
import { beforeAll, describe, expect, it } from 'vitest';
import { dialects, generate, parseStatement } from '../../../src/sql/index.js';
import { familiesOf, fixturesOf } from '../fixtures/read-fixtures.js';
import { withPlainPlaceholders } from './plain-placeholders.js';

/** Where something stood, whether ROW was written before the parentheses, and which syntax a call had. */
const NOT_MEANT =
  /^(location|.*_location|stmt_len|rexpr_list_start|rexpr_list_end|list_start|list_end|row_format|funcformat)$/;

function hexBits(_found: string, digits: string): string {
  const bits = digits.replace(/[\da-f]/gi, (digit) => parseInt(digit, 16).toString(2).padStart(4, '0'));
  return `"bsval":"b${bits}"`;
}

interface Indirection {
  readonly arg: { readonly A_Indirection?: Indirection };
  readonly indirection: readonly unknown[];
}

/** ((a).b).c and (a).b.c */
function joinIndirections(_key: string, node: unknown): unknown {
  const outer = (node as { A_Indirection?: Indirection } | null)?.A_Indirection;
  const inner = outer?.arg.A_Indirection;
  if (outer === undefined || inner === undefined) return node;
  return { A_Indirection: { arg: inner.arg, indirection: [...inner.indirection, ...outer.indirection] } };
}

/** What PostgreSQL's tree has two forms for, and gives the same. */
const SAME: readonly (readonly [RegExp, string | ((found: string, inner: string) => string)])[] = [
  // substring(x FROM 2) and substring(x, 2)
  [/\{"String":\{"sval":"pg_catalog"\}\},(?=\{"String":\{"sval":"substring"\}\})/g, ''],
  // a ~~ b and a LIKE b
  [/"AEXPR_I?LIKE"/g, '"AEXPR_OP"'],
  // x'1F' and b'00011111' are written in binary digits, numbers without underscores
  [/"bsval":"x([0-9a-fA-F]+)"/g, hexBits],
  [/"fval":"[^"]*"/g, (number) => number.replaceAll('_', '')],
  // COPY … HEADER and COPY … (HEADER true)
  [/"arg":\{"Boolean":\{"boolval":true\}\},/g, ''],
  // LIMIT ALL and no LIMIT
  [/"limitCount":\{"A_Const":\{"isnull":true\}\},/g, ''],
  [/"LIMIT_OPTION_COUNT"/g, '"LIMIT_OPTION_DEFAULT"'],
];

/** The tree of PostgreSQL's own grammar, without places. */
function postgresqlTree(sql: string): unknown {
  const plain = withPlainPlaceholders(sql, 'POSTGRESQL', '$1');
  const text = JSON.stringify(parseSync(plain), (key, value: unknown) => (NOT_MEANT.test(key) ? undefined : value));
  return JSON.parse(
    SAME.reduce((tree, [form, same]) => tree.replace(form, same as string), text),
    joinIndirections,
  );
}

describe('what is printed as PostgreSQL means the same to PostgreSQL’s own grammar', () => {
  beforeAll(async () => {
    await loadModule();
  });

  it.each(familiesOf('POSTGRESQL'))('%s', (family) => {
    for (const { sql } of fixturesOf('POSTGRESQL', family)) {
      const printed = generate(parseStatement(sql, dialects.POSTGRESQL), dialects.POSTGRESQL);
      expect(postgresqlTree(printed), `${sql}\n\nis printed as\n\n${printed}`).toEqual(postgresqlTree(sql));
    }
  });
});
