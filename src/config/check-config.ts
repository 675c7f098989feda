import type { z } from 'zod';
import { authProblems } from './auth-references.js';
import { pathText, type ConfigDocument } from './config-document.js';
import type { ConfigProblem } from './config-error.js';
import { configFileSchema, type ConfigFile } from './config-schema.js';
import { keyHint, knownKeys } from './known-keys.js';
import { databaseEntries, property, repeats } from './raw-data.js';
import { tlsFileProblems } from './tls-files.js';
import { quoted, splitWording } from './wording.js';

/** The file's values, or everything that is wrong with them. */
export type CheckedFile =
  | { readonly file: ConfigFile; readonly problems: readonly [] }
  | { readonly file: undefined; readonly problems: readonly ConfigProblem[] };

/**
 * Checks the document's data against the schema, across its entries, and for the files that it names.
 * @param base the folder that relative paths start from
 */
export function checkConfig(document: ConfigDocument, base: string): CheckedFile {
  const data = document.toData() ?? {};
  const result = configFileSchema.safeParse(data);
  const issues = withoutConsequences((result.error?.issues ?? []).flatMap(ofItsForm));
  const problems = [
    ...issues.flatMap((issue) => issueProblems(issue, document)),
    ...repeatedNames(data, document),
    ...tlsFileProblems(data, document, base),
    ...authProblems(data, document),
  ];
  if (result.data !== undefined && problems.length === 0) return { file: result.data, problems: [] };
  return { file: undefined, problems: firstOfEachPath(problems) };
}

/** What is said of the whole of a value that has another form. */
const OTHER_FORMS: ReadonlySet<string> = new Set(['invalid_type', 'invalid_value']);

/** Where a value may have several forms, the mistakes are those of the form that it was meant to have. */
function ofItsForm(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find(
    (issues) => !issues.some(({ code, path }) => OTHER_FORMS.has(code) && path.length === 0),
  );
  return meant?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue];
}

/** A database of another dialect has another's URL; the dialect's problem says it all. */
function withoutConsequences(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const paths = new Set(issues.map(({ path }) => pathText(path)));
  return issues.filter(({ path }) => {
    const isUrl = path.length === 3 && path[2] === 'url';
    return !isUrl || !paths.has(pathText([...path.slice(0, 2), 'dialect']));
  });
}

function issueProblems(issue: z.core.$ZodIssue, document: ConfigDocument): ConfigProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(issue.path);
    return issue.keys.map((key) => document.problemAtKey([...issue.path, key], 'unknown key', keyHint(key, known)));
  }
  const { message, hint } = splitWording(issue.message);
  return [document.problemAt(issue.path, message, hint)];
}

/** Looks at the data as it was written, so that other mistakes of a database don't hide its name. */
function repeatedNames(data: unknown, document: ConfigDocument): ConfigProblem[] {
  const names = databaseEntries(data).map((entry) => property(entry, 'name'));
  return repeats(names).map(({ index, first }) => {
    const message = `${quoted(String(names[index]))} is the name of databases[${first}] already`;
    return document.problemAt(['databases', index, 'name'], message, 'give each database a name of its own');
  });
}

/** One value can fail several checks; the first says what belongs there. */
function firstOfEachPath(problems: readonly ConfigProblem[]): ConfigProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ path }) => !seen.has(path) && seen.add(path));
}
