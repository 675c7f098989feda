import type { Expression, Name, Node, NodeKind, NodeOf, Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { administration } from './administration.js';
import { changes } from './changes.js';
import { commentsBefore, commentsBehind, statementWithComments, withComments } from './comments.js';
import { alterations } from './definitions-alter.js';
import { columns } from './definitions-columns.js';
import { keys } from './definitions-keys.js';
import { objects } from './definitions-objects.js';
import { tables } from './definitions-tables.js';
import { generatorRules } from './dialects/index.js';
import { parenthesized } from './documents.js';
import { calls } from './expressions-calls.js';
import { operators } from './expressions-operators.js';
import { values } from './expressions-values.js';
import { concat, type Doc } from './layout.js';
import { type NameRole, namesAndLiterals, nameText, path } from './names-and-literals.js';
import { hasOperand, precedenceOf } from './precedence.js';
import { queries } from './queries.js';
import { tableReferences } from './queries-from.js';
import { selects } from './queries-select.js';
import type { GeneratorRules } from './rules.js';
import { type Symbols, symbolsOf } from './symbols.js';
import { WordSieve } from './word-sieve.js';

/** What prints the nodes of a kind, comments aside. */
export type Print<Kind extends NodeKind> = (node: NodeOf<Kind>, printer: Printer) => Doc;

/** What prints the nodes of some kinds: the tables of the families are this, together they have every kind. */
export type PrintTable = { readonly [Kind in NodeKind]: Print<Kind> };

const PRINTERS: PrintTable = {
  ...namesAndLiterals,
  ...operators,
  ...values,
  ...calls,
  ...queries,
  ...selects,
  ...tableReferences,
  ...changes,
  ...tables,
  ...columns,
  ...keys,
  ...alterations,
  ...objects,
  ...administration,
};

const sieves = new WeakMap<Dialect, WordSieve>();

function sieveOf(dialect: Dialect): WordSieve {
  const known = sieves.get(dialect);
  if (known !== undefined) return known;
  const { reserved, bareFunctions, notFunctions } = dialect.keywords;
  const sieve = new WordSieve(reserved, bareFunctions, notFunctions);
  sieves.set(dialect, sieve);
  return sieve;
}

/** Turns nodes into documents, as one dialect writes them. */
export class Printer {
  readonly rules: GeneratorRules;
  readonly symbols: Symbols;
  /** Words that may not stand for names everywhere. */
  readonly sieve: WordSieve;

  constructor(readonly dialect: Dialect) {
    this.rules = generatorRules[dialect.name];
    this.symbols = symbolsOf(dialect);
    this.sieve = sieveOf(dialect);
  }

  /** A whole statement, with its comments. */
  statement(node: Statement): Doc {
    return statementWithComments(node, this.#bare(node), this.dialect);
  }

  /** Any node, with its comments. */
  print(node: Node): Doc {
    return this.commented(node, this.#bare(node));
  }

  #bare(node: Node): Doc {
    const print = PRINTERS[node.kind] as (node: Node, printer: Printer) => Doc;
    return print(node, this);
  }

  /** A node that may not be there. */
  optional(node: Node | undefined): Doc | undefined {
    return node === undefined ? undefined : this.print(node);
  }

  all(nodes: readonly Node[]): Doc[] {
    return nodes.map((node) => this.print(node));
  }

  /** What was printed of a node, with the node's comments. */
  commented(node: Node, doc: Doc): Doc {
    return node.comments === undefined ? doc : withComments(node, doc, this.dialect);
  }

  /** The comments behind a node of a chain that is walked in a loop. */
  behind(node: Node): Doc[] {
    return commentsBehind(node, this.dialect);
  }

  /** What a chain starts with, with the comments before its nodes, the innermost of which comes last. */
  start(first: Doc, nodes: readonly Node[]): Doc {
    if (nodes.length === 0) return first;
    return concat([...nodes.flatMap((node) => commentsBefore(node, this.dialect)), first]);
  }

  /** An expression that must bind at least as tightly as `minimum`, in parentheses where it does not. */
  operand(node: Expression, minimum: number): Doc {
    return this.wrappedIf(precedenceOf(node, this) < minimum, node);
  }

  wrappedIf(wraps: boolean, node: Expression): Doc {
    return wraps ? parenthesized(this.print(node)) : this.print(node);
  }

  /** What stands where an operator's own word follows: the lower bound of BETWEEN, POSITION's operands. */
  bound(node: Expression): Doc {
    const binds = precedenceOf(node, this) >= this.dialect.operators.betweenLow;
    return this.wrappedIf(!binds || hasOperand(node, this.rules.notInBounds), node);
  }

  /** A value where a word, whatever it is, stands for itself: those of settings. */
  word(node: Expression): Doc {
    return node.kind === 'column' ? this.commented(node, path(node.parts, this, 'any')) : this.print(node);
  }

  /** A name in a place where more words may be names than usual. */
  name(name: Name, role: NameRole): Doc {
    return this.commented(name, nameText(name, role, this));
  }
}
