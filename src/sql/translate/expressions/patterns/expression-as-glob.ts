/**
 * Regular expressions as patterns of GLOB, for an engine without them: anchors, characters, classes, `.*`, `?`, `{n}` and
 * alternatives of these. What can't be said so exactly has no such form.
 */

/** A test of GLOB: one of the alternatives of an expression. */
export interface GlobTest {
  readonly pattern: string;
  /** What no character from this place on may be, up to so many before the end: what `[0-9]+$` asks. */
  readonly rest?: { readonly from: number; readonly behind: number; readonly outside: string };
}

/** A character, a class of GLOB, or any number of any. */
interface Atom {
  readonly glob: string;
  /** Once, any number of times, at least once. */
  readonly times: 'once' | 'any' | 'some';
}

type Sequence = readonly Atom[];

/** Letters of Latin, Greek and Cyrillic beyond ASCII. */
const LETTERS = 'A-Za-zÀ-ÖØ-öø-ʯͰ-ϿЀ-ԯ';
const CLASSES: Readonly<Record<string, string>> = {
  d: '0-9',
  w: `0-9_${LETTERS}`,
  s: ' \t\n\r\v\f',
};
const NAMED_CLASSES: Readonly<Record<string, string>> = {
  '[:digit:]': '0-9',
  '[:alpha:]': LETTERS,
  '[:alnum:]': `0-9${LETTERS}`,
  '[:space:]': ' \t\n\r\v\f',
  '[:upper:]': 'A-ZÀ-ÖØ-Þ',
  '[:lower:]': 'a-zß-öø-ÿ',
  '[:xdigit:]': '0-9A-Fa-f',
};

const MOST_ALTERNATIVES = 16;

/**
 * @param any what a dot stands for: `?`, or the class of what is no end of a line
 * @returns undefined where the expression is more than that
 */
export function expressionAsGlob(expression: string, caseless: boolean, any: string): readonly GlobTest[] | undefined {
  const reader = new Reader(expression, caseless, 0, any);
  const found = reader.alternatives();
  if (found === undefined || !reader.isAtEnd || found.length > MOST_ALTERNATIVES) return undefined;
  const tests = found.map(testOf);
  return tests.includes(undefined) ? undefined : (tests as GlobTest[]);
}

/** What an expression for one character is, or for a run of such: a pattern of GLOB for each. */
export interface Characters {
  readonly glob: string;
  readonly isRun: boolean;
}

/** @returns undefined where the expression is more than that */
export function expressionAsCharacters(expression: string, caseless: boolean): Characters | undefined {
  const reader = new Reader(expression, caseless);
  const [only, second] = reader.alternatives() ?? [];
  const [atom, more] = only ?? [];
  if (!reader.isAtEnd || second !== undefined || atom === undefined || more !== undefined) return undefined;
  if (atom.glob === '^' || atom.glob === '$' || atom.times === 'any') return undefined;
  return { glob: atom.glob, isRun: atom.times === 'some' };
}

/**
 * The one character, or the class of them, that stands at a place of an expression, as a pattern of GLOB.
 *
 * @returns undefined where something else stands there
 */
export function characterAt(
  expression: string,
  at: number,
  caseless: boolean,
): { readonly glob: string; readonly end: number } | undefined {
  const reader = new Reader(expression, caseless, at);
  const atom = reader.character();
  return atom && { glob: atom.glob, end: reader.at };
}

const START: Atom = { glob: '^', times: 'once' };
const END: Atom = { glob: '$', times: 'once' };

function testOf(sequence: Sequence): GlobTest | undefined {
  const isStart = sequence[0] === START;
  const isEnd = sequence[sequence.length - 1] === END;
  let atoms: Sequence = sequence.slice(isStart ? 1 : 0, isEnd ? -1 : undefined);
  if (atoms.some((atom) => atom === START || atom === END)) return undefined;
  // what may go on at an open end asks for its first alone
  if (!isEnd) atoms = openEnd(atoms);
  if (!isStart) atoms = [...openEnd([...atoms].reverse())].reverse();
  const runs = atoms.filter(({ glob, times }) => times !== 'once' && glob !== '?');
  const [run] = runs;
  if (run !== undefined && isStart && isEnd && atoms.every((atom) => atom === run || atom.times === 'once'))
    return runTest(atoms, run);
  if (atoms.some(({ glob, times }) => times !== 'once' && glob !== '?')) return undefined;
  const written = atoms.map(({ glob, times }) => (times === 'once' ? glob : times === 'any' ? '*' : '?*')).join('');
  return { pattern: `${isStart ? '' : '*'}${written}${isEnd ? '' : '*'}`.replace(/\*\*+/g, '*') };
}

function openEnd(atoms: Sequence): Sequence {
  const last = atoms[atoms.length - 1];
  if (last === undefined || last.times === 'once') return atoms;
  return last.times === 'any' ? openEnd(atoms.slice(0, -1)) : [...atoms.slice(0, -1), { ...last, times: 'once' }];
}

/** A fixed beginning, characters of a class, and a fixed end. */
function runTest(atoms: Sequence, run: Atom): GlobTest {
  const at = atoms.indexOf(run);
  const inside = run.glob.startsWith('[') ? run.glob.slice(1, -1) : run.glob;
  const outside = inside.startsWith('^') ? `[${inside.slice(1)}]` : `[^${inside}]`;
  const written = atoms.map((atom) => (atom !== run ? atom.glob : run.times === 'some' ? `${run.glob}*` : '*'));
  return {
    pattern: written.join(''),
    rest: { from: at + 1, behind: atoms.length - at - 1, outside: `*${outside}*` },
  };
}

const SPECIAL = /[\\^$.|?*+()[\]{}]/;

class Reader {
  #at: number;

  constructor(
    private readonly expression: string,
    private readonly caseless: boolean,
    at = 0,
    private readonly any = '?',
  ) {
    this.#at = at;
  }

  get at(): number {
    return this.#at;
  }

  character(): Atom | undefined {
    if (/[()^$|]/.test(this.expression[this.#at] ?? '(')) return undefined;
    return this.#piece()?.[0]?.[0];
  }

  get isAtEnd(): boolean {
    return this.#at >= this.expression.length;
  }

  /** Sequences between `|`. */
  alternatives(): readonly Sequence[] | undefined {
    const all: Sequence[] = [];
    for (;;) {
      const found = this.#sequences();
      if (found === undefined) return undefined;
      all.push(...found);
      if (this.expression[this.#at] !== '|') return all;
      this.#at += 1;
    }
  }

  #sequences(): readonly Sequence[] | undefined {
    let all: readonly Sequence[] = [[]];
    while (!this.isAtEnd && !'|)'.includes(this.expression[this.#at] as string)) {
      const pieces = this.#repeated();
      if (pieces === undefined || all.length * pieces.length > MOST_ALTERNATIVES) return undefined;
      all = all.flatMap((one) => pieces.map((piece) => [...one, ...piece]));
    }
    return all;
  }

  /** A piece with what says how often; alternatives where it may be left out. */
  #repeated(): readonly Sequence[] | undefined {
    const pieces = this.#piece();
    if (pieces === undefined) return undefined;
    const [, sign, exactly] = /^(?:([?*+])(?![?+])|\{(\d)\})/.exec(this.expression.slice(this.#at)) ?? [];
    if (sign === undefined && exactly === undefined)
      return /^[?*+{]/.test(this.expression.slice(this.#at)) ? undefined : pieces;
    this.#at += sign?.length ?? 3;
    if (sign === '?') return [...pieces, []];
    const [only] = pieces;
    if (pieces.length !== 1 || only === undefined) return undefined;
    if (exactly !== undefined) return [Array.from({ length: Number(exactly) }, () => only).flat()];
    const [atom] = only;
    if (only.length !== 1 || atom === undefined || atom === START || atom === END) return undefined;
    return [[{ ...atom, times: sign === '*' ? 'any' : 'some' }]];
  }

  #piece(): readonly Sequence[] | undefined {
    const character = String.fromCodePoint(this.expression.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    if (character === '^') return [[START]];
    if (character === '$') return [[END]];
    if (character === '.') return [[{ glob: this.any, times: 'once' }]];
    if (character === '[') return this.#class();
    if (character === '\\') return this.#escaped();
    if (character === '(') return this.#group();
    return SPECIAL.test(character) ? undefined : this.#literal(character);
  }

  #literal(character: string): readonly Sequence[] {
    const cases = [...new Set([character.toLowerCase(), character.toUpperCase()])];
    if (this.caseless && cases.length === 2 && cases.every((one) => one.length === character.length))
      return [[{ glob: `[${cases.join('')}]`, times: 'once' }]];
    return [[{ glob: /[*?[]/.test(character) ? `[${character}]` : character, times: 'once' }]];
  }

  #escaped(): readonly Sequence[] | undefined {
    const character = this.expression[this.#at] ?? '';
    this.#at += 1;
    const inside = CLASSES[character] ?? CLASSES[character.toLowerCase()];
    if (inside !== undefined) return [[{ glob: character in CLASSES ? `[${inside}]` : `[^${inside}]`, times: 'once' }]];
    return /[A-Za-z0-9]|^$/.test(character) ? undefined : this.#literal(character);
  }

  #group(): readonly Sequence[] | undefined {
    const words = /^\?:/.exec(this.expression.slice(this.#at));
    if (words === null && this.expression[this.#at] === '?') return undefined;
    this.#at += words?.[0].length ?? 0;
    const found = this.alternatives();
    if (this.expression[this.#at] !== ')') return undefined;
    this.#at += 1;
    return found;
  }

  #class(): readonly Sequence[] | undefined {
    const found = /^(\^?)((?:\[:\w+:\]|\\.|[^\]\\[])+)\]/.exec(this.expression.slice(this.#at));
    if (found === null) return undefined;
    this.#at += found[0].length;
    const [, negated = '', body = ''] = found;
    const parts = body.match(/\[:\w+:\]|\\.|[\s\S]/gu) ?? [];
    let inside = '';
    for (const part of parts) {
      const made = part.startsWith('[:') ? NAMED_CLASSES[part] : part.startsWith('\\') ? escapedInClass(part) : part;
      if (made === undefined) return undefined;
      inside += made;
    }
    if (this.caseless) inside = bothCases(inside);
    // a hyphen counts as one at the end, a circumflex anywhere but at the start
    const hyphen = inside.startsWith('-') || inside.endsWith('-');
    const kept = inside.replace(/^-|-$/g, '');
    const ordered = kept.startsWith('^') ? `${kept.slice(1)}^` : kept;
    if (ordered === '') return hyphen ? this.#literal('-') : undefined;
    return [[{ glob: `[${negated}${ordered}${hyphen ? '-' : ''}]`, times: 'once' }]];
  }
}

function escapedInClass(part: string): string | undefined {
  const character = part.slice(1);
  if (CLASSES[character] !== undefined) return CLASSES[character];
  return /[A-Za-z0-9\]-]/.test(character) ? undefined : character;
}

function bothCases(inside: string): string {
  const pieces = inside.match(/.-.|[\s\S]/gu) ?? [];
  return pieces.map((piece) => [...new Set([piece, piece.toLowerCase(), piece.toUpperCase()])].join('')).join('');
}
