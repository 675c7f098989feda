import type { Node } from '../ast/index.js';

/** Gathers the parameters of one statement. */
export class ParametersReader {
  readonly #found: { readonly spelling: string; readonly start: number }[] = [];

  note(node: Node): void {
    if (node.kind === 'parameter') this.#found.push({ spelling: node.spelling, start: node.span.start });
  }

  /** As they are spelled, in the order of the text: each `?`, every other one once. */
  inOrder(): string[] {
    const seen = new Set<string>();
    return this.#found
      .sort((one, other) => one.start - other.start)
      .map(({ spelling }) => spelling)
      .filter((spelling) => spelling === '?' || (!seen.has(spelling) && seen.add(spelling)));
  }
}
