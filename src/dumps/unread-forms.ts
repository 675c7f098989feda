import { DragomanError } from '../errors/index.js';
import type { DialectName, ScriptStatement } from '../sql/index.js';

const STRINGS = /^SET (?:SESSION |LOCAL )?STANDARD_CONFORMING_STRINGS\b/;
const IS_OFF = /\b(?:off|false|no|0)\b/i;

/** Forms of PostgreSQL's scripts that are read otherwise than they are meant: they are refused, and not taken for others. */
export class UnreadForms {
  #escapes = false;

  constructor(readonly from: DialectName) {}

  /**
   * Takes a statement.
   *
   * @param words the first of it, in capitals
   * @throws DragomanError UNTRANSLATABLE for one that means something else than is read
   */
  refuse({ text, tokens }: ScriptStatement, words: string): void {
    if (this.from !== 'POSTGRESQL') return;
    if (STRINGS.test(words)) this.#escapes = IS_OFF.test(text);
    // https://www.postgresql.org/docs/current/runtime-config-compatible.html#GUC-STANDARD-CONFORMING-STRINGS
    const hidden = this.#escapes && tokens.some((token) => token.kind === 'string' && /^'[^]*\\/.test(token.text));
    if (hidden)
      throw new DragomanError('UNTRANSLATABLE', 'Backslashes in texts are escapes here: the script sets it so.', {
        hint: "Dump it again with a newer pg_dump, or write such texts as E'…'.",
      });
    // https://www.postgresql.org/docs/current/sql-createschema.html
    const made = words.startsWith('CREATE SCHEMA') && tokens.slice(1).some(isCreate);
    if (made)
      throw new DragomanError('UNTRANSLATABLE', 'What a schema is made with is not read here.', {
        hint: 'Write its tables and views behind it, as statements of their own.',
      });
  }
}

const isCreate = ({ kind, text }: ScriptStatement['tokens'][number]): boolean =>
  kind === 'word' && text.toUpperCase() === 'CREATE';
