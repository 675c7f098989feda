/** A stretch of a SQL text, by offsets in UTF-16 units; `end` is behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A comment as it stands in the text, signs and all. */
export interface Comment extends Span {
  readonly text: string;
}

/** What every node of the tree has. */
export interface BaseNode {
  readonly kind: string;
  /** Where it stands in the text that was parsed. A node that was made, not read, has the span of what it replaces. */
  readonly span: Span;
  /** Comments that stood directly before or behind it. */
  readonly comments?: { readonly before: readonly Comment[]; readonly behind: readonly Comment[] };
}

/** One identifier. */
export interface Name extends BaseNode {
  readonly kind: 'name';
  /** Without quotes, spelled as it was written; `foldName` says what the dialect takes it for. */
  readonly value: string;
  readonly quoted: boolean;
}

/** A name with what qualifies it: `schema.table`, `server.database.schema.table`. */
export interface QualifiedName extends BaseNode {
  readonly kind: 'qualified-name';
  /** From the outermost to the name itself; at least one. */
  readonly parts: readonly Name[];
}
