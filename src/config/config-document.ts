import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Scalar } from 'yaml';
import type { Pair, YAMLError, YAMLMap } from 'yaml';
import { ConfigError, type ConfigProblem } from './config-error.js';

/** The way to a value: keys and list indexes. */
export type ConfigKeyPath = readonly PropertyKey[];

/** Where something stands; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One scalar of the file and the way to it. */
export interface ScalarAt {
  readonly scalar: Scalar;
  readonly path: ConfigKeyPath;
}

/** One value of the file, its key where it stands in a mapping, and the way to it. */
interface Entry {
  readonly key: unknown;
  readonly value: unknown;
  readonly path: ConfigKeyPath;
}

interface Fault {
  readonly message: string;
  readonly hint: string;
}

const MISPLACED_MAPPING: Fault = {
  message: 'a mapping begins where a single value should stand',
  hint: 'put a text that holds “: ” or ends with “:” into quotes, as "sqlite::memory:", or mend the indentation',
};

/** What the yaml library says in its parser's terms, said for people. */
const YAML_FAULTS: Partial<Record<YAMLError['code'], Fault>> = {
  DUPLICATE_KEY: { message: 'this key stands twice in one mapping', hint: 'keep one of them' },
  NON_STRING_KEY: { message: 'a key must be a plain text', hint: 'write KEY: VALUE' },
  MULTIPLE_DOCS: { message: 'a second document begins here', hint: 'keep one, a configuration is one document' },
  BLOCK_AS_IMPLICIT_KEY: MISPLACED_MAPPING,
  BLOCK_IN_FLOW: MISPLACED_MAPPING,
};

/** `databases[0].timeout` for a path. */
export function pathText(path: ConfigKeyPath): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/** A parsed configuration file, YAML or JSON, that knows where its values stand. */
export class ConfigDocument {
  /** Mistakes that leave the rest of the document readable: keys that stand twice. */
  readonly problems: readonly ConfigProblem[];
  readonly #document: Document.Parsed;
  readonly #lines = new LineCounter();
  readonly #file: string;

  /**
   * @param file how to name the file in errors
   * @throws ConfigError where the text is no YAML
   */
  constructor(text: string, file: string) {
    this.#file = file;
    // JSON is YAML 1.2, so that one parser gives both their places.
    this.#document = parseDocument(text, {
      lineCounter: this.#lines,
      prettyErrors: false,
      stringKeys: true,
      logLevel: 'error',
    });
    const faults = firstAtEachPlace([...this.#document.errors, ...this.#document.warnings]);
    const aliases = this.#aliasProblems();
    this.problems = [...faults.map((fault) => this.#faultProblem(fault)), ...aliases];
    const readable = aliases.length === 0 && faults.every(({ code }) => code === 'DUPLICATE_KEY');
    if (!readable) throw new ConfigError(this.problems);
  }

  /** The file's scalars, each once; keys are left out. */
  scalars(): ScalarAt[] {
    return this.#entries().flatMap(({ value, path }) => (isScalar(value) ? [{ scalar: value, path }] : []));
  }

  /**
   * The document as plain data; undefined where it is empty.
   * @throws ConfigError where its aliases grow out of all bounds
   */
  toData(): unknown {
    if (this.#document.contents === null) return undefined;
    try {
      return this.#document.toJS() ?? undefined;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ConfigError([this.problemAt([], `the aliases can’t be followed: ${reason}`)]);
    }
  }

  /** A problem of the value at a path; where there is none, it points at the nearest parent. */
  problemAt(path: ConfigKeyPath, message: string, hint?: string): ConfigProblem {
    return this.#problem(this.#placeOf(path), path, message, hint);
  }

  /** A problem of a key itself. */
  problemAtKey(path: ConfigKeyPath, message: string, hint?: string): ConfigProblem {
    const parent = this.#nodeAt(path.slice(0, -1));
    const key = isMap(parent) ? lastPair(parent, path.at(-1))?.key : undefined;
    return this.#problem(rangeStart(key), path, message, hint);
  }

  #entries(): Entry[] {
    return entriesBelow({ key: undefined, value: this.#document.contents, path: [] });
  }

  #problem(offset: number | undefined, path: ConfigKeyPath, message: string, hint?: string): ConfigProblem {
    const { line, column } = this.#placeAt(offset ?? 0);
    return { file: this.#file, line, column, path: pathText(path), message, ...(hint === undefined ? {} : { hint }) };
  }

  #placeAt(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    // An empty text has no lines to count.
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  #placeOf(path: ConfigKeyPath): number | undefined {
    for (let length = path.length; length >= 0; length -= 1) {
      const start = rangeStart(this.#nodeAt(path.slice(0, length), false));
      if (start !== undefined) return start;
    }
    return undefined;
  }

  /** The node at a path; aliases on the way are followed, one at its end only if asked to. */
  #nodeAt(path: ConfigKeyPath, followLast = true): unknown {
    const last = path.reduce<unknown>((node, key) => childOf(this.#followed(node), key), this.#document.contents);
    return followLast ? this.#followed(last) : last;
  }

  #followed(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.#document) : node;
  }

  #faultProblem({ code, message, pos }: YAMLError): ConfigProblem {
    const fault = YAML_FAULTS[code];
    // After other faults the tree is what the parser guessed; its paths would mislead.
    const repeated = code === 'DUPLICATE_KEY' && this.#entries().find(({ key }) => rangeStart(key) === pos[0]);
    const path = repeated ? repeated.path : [];
    return this.#problem(pos[0], path, fault?.message ?? message, fault?.hint);
  }

  #aliasProblems(): ConfigProblem[] {
    const problems: ConfigProblem[] = [];
    visit(this.#document, {
      Alias: (_key, alias) => {
        if (alias.resolve(this.#document) !== undefined) return;
        problems.push(this.#problem(rangeStart(alias), [], `there is no anchor &${alias.source} before this alias`));
      },
    });
    return problems;
  }
}

/** The parser can stumble several times over one slip. */
function firstAtEachPlace(faults: readonly YAMLError[]): YAMLError[] {
  return faults.filter(({ pos }, index) => faults.findIndex((other) => other.pos[0] === pos[0]) === index);
}

function entriesBelow(entry: Entry): Entry[] {
  const { value, path } = entry;
  const child = (key: unknown, value: unknown, step: PropertyKey): Entry[] =>
    entriesBelow({ key, value, path: [...path, step] });
  if (isSeq(value)) return [entry, ...value.items.flatMap((item, index) => child(undefined, item, index))];
  if (isMap(value)) return [entry, ...value.items.flatMap((pair) => child(pair.key, pair.value, keyName(pair.key)))];
  return [entry];
}

/** Of a key that stands twice, the last is what `toData` takes. */
function lastPair(map: YAMLMap, key: PropertyKey | undefined): Pair | undefined {
  return map.items.findLast((pair) => keyName(pair.key) === key);
}

function childOf(node: unknown, key: PropertyKey): unknown {
  if (isSeq(node)) return node.items[Number(key)];
  if (isMap(node)) return lastPair(node, key)?.value;
  return undefined;
}

function keyName(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

function rangeStart(node: unknown): number | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}
