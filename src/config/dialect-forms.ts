import type { z } from 'zod';
import type { DatabaseConfig } from './config.js';
import { SQLITE_URL_PATTERN, sqliteUrl } from './field-schemas.js';
import { serverUrlExample, serverUrlFault, type ServerUrlForm } from './server-url.js';
import { wordedMessage } from './wording.js';

/** The keys of a database that not every dialect takes. */
type SpecialKey = 'demo' | 'tls';

/** What a dialect asks of the other keys of its database. */
interface DialectForm {
  readonly name: DatabaseConfig['dialect'];
  readonly urlExamples: readonly string[];
  /** What editors check by; a reference such as `${SHOP_URL}` passes beside it. */
  readonly urlPattern: RegExp;
  /** What is wrong with a url, worded; undefined where nothing is. */
  readonly urlFault: (url: string) => string | undefined;
  readonly takes: readonly SpecialKey[];
}

const SPECIAL_KEYS: readonly SpecialKey[] = ['demo', 'tls'];

/** The dialects as the file writes them. */
export const DIALECT_FORMS = {
  postgresql: {
    name: 'POSTGRESQL',
    ...serverForm({ what: 'PostgreSQL address', schemes: ['postgres', 'postgresql'], port: 5432 }),
  },
  mysql: {
    name: 'MYSQL',
    ...serverForm({ what: 'MySQL address', schemes: ['mysql', 'mariadb'], port: 3306 }),
  },
  sqlite: {
    name: 'SQLITE',
    urlExamples: ['sqlite:./data/shop.sqlite'],
    urlPattern: SQLITE_URL_PATTERN,
    urlFault: (url) => sqliteUrl.safeParse(url).error?.issues[0]?.message,
    takes: ['demo'],
  },
} as const satisfies Record<string, DialectForm>;

/** A dialect as the file writes it. */
export type DialectWord = keyof typeof DIALECT_FORMS;

/** The dialects, in the order in which hints list them. */
export const DIALECT_WORDS = ['postgresql', 'mysql', 'sqlite'] as const satisfies readonly DialectWord[];

/** What is wrong with the address of a database of the dialect, worded; undefined where nothing is. */
export function urlFault(dialect: DatabaseConfig['dialect'], url: string): string | undefined {
  return Object.values(DIALECT_FORMS)
    .find(({ name }) => name === dialect)
    ?.urlFault(url);
}

/** Whether the dialect that an entry of `databases` names takes the key; false where it names none. */
export function dialectTakes(dialect: unknown, key: SpecialKey): boolean {
  return formOf(dialect)?.takes.includes(key) ?? false;
}

/** Checks the keys of a database that depend on its dialect. They may themselves be wrong or missing. */
export function checkByDialect(
  entry: Readonly<Partial<Record<'dialect' | 'url' | SpecialKey, unknown>>>,
  context: Pick<z.core.$RefinementCtx, 'addIssue'>,
): void {
  const form = formOf(entry.dialect);
  if (form === undefined) return;
  const fault = typeof entry.url === 'string' ? form.urlFault(entry.url) : undefined;
  if (fault !== undefined) context.addIssue({ code: 'custom', path: ['url'], message: fault });
  for (const key of SPECIAL_KEYS) {
    if (entry[key] === undefined || form.takes.includes(key)) continue;
    const takers = DIALECT_WORDS.filter((word) => dialectTakes(word, key)).join(' and ');
    const message = wordedMessage(`${key} goes with ${takers} only`, 'leave it out here');
    context.addIssue({ code: 'custom', path: [key], message });
  }
}

/** The same for editors, as JSON Schema. */
export function dialectConditions(): object[] {
  return DIALECT_WORDS.map((word) => {
    const { urlPattern, urlExamples, takes }: DialectForm = DIALECT_FORMS[word];
    const url = { pattern: `${urlPattern.source}|^\\$\\{`, examples: urlExamples };
    const refused = SPECIAL_KEYS.filter((key) => !takes.includes(key)).map((key) => [key, false]);
    return {
      if: { properties: { dialect: { const: word } }, required: ['dialect'] },
      then: { properties: { url, ...(Object.fromEntries(refused) as Record<SpecialKey, false>) } },
    };
  });
}

function formOf(dialect: unknown): DialectForm | undefined {
  const word = DIALECT_WORDS.find((known) => known === dialect);
  return word && DIALECT_FORMS[word];
}

function serverForm(form: ServerUrlForm) {
  return {
    urlExamples: [serverUrlExample(form)],
    urlPattern: new RegExp(`^(${form.schemes.join('|')}):\\/\\/`),
    urlFault: (url: string) => serverUrlFault(url, form),
    takes: ['tls'],
  } as const;
}
