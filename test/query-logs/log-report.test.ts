import { describe, expect, it } from 'vitest';
import { LogReport, reportText, totalsOf } from '../../src/query-logs/index.js';
import { dialects } from '../../src/sql/index.js';

function reported(queries: readonly string[]): LogReport {
  const report = new LogReport({ from: dialects.MYSQL, to: dialects.SQLITE });
  queries.forEach((sql, index) => report.add({ sql, line: index + 1 }));
  return report;
}

describe('the report on a log', () => {
  const queries = [
    'SELECT a FROM t WHERE b = 1',
    'select A from T where B = 27;',
    'SELECT JSON_PRETTY(a) FROM t',
    '-- why\nSELECT SOUNDEX(a, b, c)\nFROM t',
    'SELECT FROM WHERE',
    'SET NAMES utf8mb4',
    'START TRANSACTION',
    'SELECT 1; SELECT a FROM t WHERE b = 3',
  ];

  it('groups queries by what they are without their values, the worst first', () => {
    const forms = reported(queries).forms();
    expect(forms.map(({ verdict, count, line }) => [verdict, count, line])).toEqual([
      ['unreadable', 1, 5],
      ['refused', 1, 5],
      ['warned', 1, 3],
      ['exact', 3, 1],
      ['exact', 1, 8],
      ['session', 1, 6],
      ['session', 1, 7],
    ]);
    expect(forms[1]).toMatchObject({ example: 'SELECT SOUNDEX(a, b, c)\nFROM t', refusal: { code: 'UNTRANSLATABLE' } });
    expect([...(forms[2]?.notices ?? [])]).toEqual([['JSON_LAYOUT', 'WARNING']]);
    expect(forms[3]).toMatchObject({
      example: 'SELECT a FROM t WHERE b = 1',
      translation: 'SELECT a FROM t WHERE b = 1',
    });
  });

  it('takes the worst of the values of one form', () => {
    const paths = ['$.a', '$.b', '$**.a'].map((path) => `SELECT JSON_EXTRACT(j, '${path}') FROM t`);
    const [form, ...others] = reported(paths).forms();
    expect(others).toEqual([]);
    expect(form).toMatchObject({ count: 3, verdict: 'refused', example: paths[2] });
  });

  it('adds up, in words and figures', () => {
    const report = reported(queries);
    expect(totalsOf(report.forms())).toMatchObject({
      exact: { forms: 2, queries: 4 },
      session: { forms: 2, queries: 2 },
    });
    const text = reportText(report);
    expect(text).toMatch(/^9 queries of 7 forms\n/);
    expect(text).toMatch(/Translates exactly +2 forms +4 queries +44\.4 %/);
    expect(text).toMatch(/1 × [0-9a-f]{16}, line 3\n +WARNING JSON_LAYOUT\n +SELECT JSON_PRETTY\(a\) FROM t/);
  });
});
