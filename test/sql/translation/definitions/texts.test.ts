import { describe, expect, it } from 'vitest';
import { DragomanError } from '../../../../src/errors/index.js';
import {
  dialects,
  firstWordsOf,
  NOTICES,
  parseTokens,
  ScriptTranslation,
  scriptText,
  splitStatements,
  type DialectName,
} from '../../../../src/sql/index.js';
import { createLoaded } from '../../../support/loaded-database.js';
import { comparable } from '../runner.js';
import { expectSameTables } from './same-tables.js';
import { tablesOf, type State } from './script-runner.js';
import type { Script } from './scripts/script.js';
import { texts } from './scripts/texts.js';

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];

/** What a text comes to in another dialect, translated as one. */
function translated(sql: string, from: DialectName, to: DialectName): { sql: string; codes: string[] } {
  const read = splitStatements(sql, dialects[from]).map((one) => ({
    tree: parseTokens(sql, one.tokens, dialects[from]),
    text: one.text,
    words: firstWordsOf(one),
  }));
  const script = new ScriptTranslation({ from: dialects[from], to: dialects[to] }, {}, read);
  const made = read.map((one) => script.translate(one, sql, undefined));
  return {
    sql: scriptText(
      made.flatMap(({ statements }) => statements),
      dialects[to],
    ),
    codes: made.flatMap(({ notices }) => notices.map(({ code }) => code)),
  };
}

/** What is there behind a text that an engine's own client has loaded. */
async function stateBehind(sql: string, dialect: DialectName, { changes = [], reads = [] }: Script): Promise<State> {
  const database = await createLoaded(dialect);
  try {
    await database.load(sql);
    const opened = await database.open();
    try {
      const taken: boolean[] = [];
      for (const change of changes)
        taken.push(
          await opened.execute(change).then(
            () => true,
            (error: unknown) => {
              if (error instanceof DragomanError) return false;
              throw error;
            },
          ),
        );
      const rows = [];
      for (const each of reads) rows.push(comparable((await opened.query(each)).tuples, true));
      return { refused: false, taken, rows, tables: await tablesOf(opened), made: [sql] };
    } finally {
      await opened.close();
    }
  } finally {
    await database.drop();
  }
}

describe.each(texts)('a text of %s leaves the same tables everywhere', (from, scripts) => {
  it.each(scripts.map((script) => [script.name, script] as const))('%s', async (_name, script) => {
    const source = await stateBehind(script.sql, from, script);
    for (const to of DIALECTS.filter((dialect) => dialect !== from)) {
      const { sql, codes } = translated(script.sql, from, to);
      expect(
        codes.filter((code) => NOTICES[code as keyof typeof NOTICES].severity !== 'INFO' && code !== 'TYPE_CHANGED'),
        sql,
      ).toEqual(script.warns?.[to] ?? []);
      const made = await stateBehind(sql, to, script);
      expect(made.taken, sql).toEqual(source.taken);
      expect(made.rows, sql).toEqual(source.rows);
      expectSameTables(source, made, script.differs?.[to] ?? []);
    }
  });
});
