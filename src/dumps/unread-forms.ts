import { DragomanError } from '../errors/index.js';
import type { DialectName, ScriptStatement } from '../sql/index.js';

const STRINGS = /^SET (?:SESSION |LOCAL )?STANDARD_CONFORMING_STRINGS\b/;
const IS_OFF = /\b(?:off|false|no|0)\b/i;

/** mysql's own commands, which the server never sees. */
const READS_FILE = /^\s*(?:source|\\\.)[^\S\n]+(\S+)\s*$/i;

/** Lines for psql and sqlite3 that read rows or statements from elsewhere. */
const READS_ELSEWHERE: readonly RegExp[] = [
  /^\\i(?:r|nclude|nclude_relative)?[^\S\n]+(\S+)/i,
  /^\.(?:read|import)\b(?:[^\S\n]+-{1,2}\S+)*[^\S\n]+(\S+)/i,
  /^\\copy\b.*\bfrom\s+(?:program\s+)?('(?:[^']|'')*'|\S+)/i,
];

/** @throws DragomanError UNTRANSLATABLE for a line that has the client read another file, of which nothing is known here */
export function refuseOtherFiles(line: string): void {
  for (const form of READS_ELSEWHERE) {
    const file = form.exec(line)?.[1];
    if (file !== undefined) refuseFile(file.replace(/^'(.*)'$/, '$1'));
  }
}

function refuseFile(file: string): never {
  throw new DragomanError('UNTRANSLATABLE', `The client reads \`${file}\` here, which is not read along.`, {
    hint: 'Put what it holds into the script, as statements or behind COPY … FROM stdin, or load it on its own.',
  });
}

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
    // https://dev.mysql.com/doc/refman/8.0/en/mysql-batch-commands.html
    const file = this.from === 'MYSQL' ? READS_FILE.exec(text)?.[1] : undefined;
    if (file !== undefined) refuseFile(file);
    if (this.from !== 'POSTGRESQL') return;
    if (STRINGS.test(words)) this.#escapes = IS_OFF.test(text);
    // https://www.postgresql.org/docs/current/runtime-config-compatible.html#GUC-STANDARD-CONFORMING-STRINGS
    const hidden = this.#escapes && tokens.some((token) => token.kind === 'string' && /^'[^]*\\/.test(token.text));
    if (hidden)
      throw new DragomanError('UNTRANSLATABLE', 'Backslashes in texts are escapes here: the script sets it so.', {
        hint: "Dump it again with a newer pg_dump, or write such texts as E'…'.",
      });
  }
}
