import { it } from 'vitest';
import { dialects, splitStatements, statementKind, mayRead, returningClause, targetTable, bindParameters } from '../../src/sql/index.js';
import fs from 'node:fs';
const src = fs.readFileSync('test/sql/lexer/tokenize.property.test.ts','utf8');
const BITS = eval(src.slice(src.indexOf('const BITS = ')+13, src.indexOf('];', src.indexOf('const BITS = '))+1)) as string[];
it('scale', () => {
  const out: string[] = [];
  for (const b of BITS) for (const [n,d] of Object.entries(dialects)) for (const pre of ['', 'WITH ', "SELECT ", "CREATE TRIGGER t "]) {
    const t = [50000, 200000].map((L) => { const sql = pre + b.repeat(L / b.length); const s = performance.now(); try { for (const st of splitStatements(sql, d)) { statementKind(st.tokens,d); mayRead(st.tokens,d); returningClause(st.tokens); targetTable(st.tokens,d); try { bindParameters(st,d,undefined);} catch {} } } catch {} return performance.now()-s; });
    if (t[1]! > 300) out.push(`${n} ${JSON.stringify(pre+b)} ${t.map(Math.round)}`);
  }
  console.log(out.join('\n'));
}, 300000);
