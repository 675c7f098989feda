import type { z } from 'zod';
import { pathText, type ConfigDocument } from './config-document.js';
import type { ConfigProblem } from './config-error.js';
import { configFileSchema, type ConfigFile } from './config-schema.js';
import { keyHint, knownKeys } from './known-keys.js';
import { quoted, splitWording } from './wording.js';

/** The file's values, or everything that is wrong with them. */
export type CheckedFile =
  | { readonly file: ConfigFile; readonly problems: readonly [] }
  | { readonly file: undefined; readonly problems: readonly ConfigProblem[] };

/** Checks the document's data against the schema and across its entries. */
export function checkConfig(document: ConfigDocument): CheckedFile {
  const data = document.toData() ?? {};
  const result = configFileSchema.safeParse(data);
  const issues = withoutConsequences(result.error?.issues ?? []);
  const problems = [...issues.flatMap((issue) => issueProblems(issue, document)), ...repeatedNames(data, document)];
  if (result.data !== undefined && problems.length === 0) return { file: result.data, problems: [] };
  return { file: undefined, problems: firstOfEachPath(problems) };
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
  const firstIndexes = new Map<string, number>();
  return databaseNames(data).flatMap((name, index) => {
    if (typeof name !== 'string') return [];
    const first = firstIndexes.get(name);
    if (first === undefined) {
      firstIndexes.set(name, index);
      return [];
    }
    const message = `${quoted(name)} is the name of databases[${first}] already`;
    return [document.problemAt(['databases', index, 'name'], message, 'give each database a name of its own')];
  });
}

function databaseNames(data: unknown): unknown[] {
  if (typeof data !== 'object' || data === null || !('databases' in data) || !Array.isArray(data.databases)) return [];
  return data.databases.map((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : undefined,
  );
}

/** One value can fail several checks; the first says what belongs there. */
function firstOfEachPath(problems: readonly ConfigProblem[]): ConfigProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ path }) => !seen.has(path) && seen.add(path));
}
