import { Kind, type SelectionSetNode } from 'graphql';
import type { FragmentsOf } from './operation-size.js';

/** How many entries the lists of a schema about have: what stands below one is answered so often. */
const ENTRIES: Readonly<Record<string, number>> = {
  types: 100,
  directives: 10,
  fields: 10,
  args: 3,
  inputFields: 5,
  enumValues: 5,
  interfaces: 3,
  possibleTypes: 3,
};

/** Half as much again as what the introspection of GraphiQL and of code generators comes to. */
export const INTROSPECTION_MOST = 300_000;

/**
 * About how many values an introspection is answered with. Types lead to fields and these to types: a short document
 * could ask for all pairs and triples of them, or for the same many times.
 */
export class IntrospectionCost {
  private readonly known = new Map<string, number>();

  constructor(private readonly fragments: FragmentsOf) {}

  of({ selections }: SelectionSetNode): number {
    let sum = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) sum += this.ofFragment(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) sum += this.of(selection.selectionSet);
      else if (selection.selectionSet === undefined) sum += 1;
      else sum += 1 + (ENTRIES[selection.name.value] ?? 1) * this.of(selection.selectionSet);
    }
    return sum;
  }

  /** Each is reckoned once; one that spreads itself counts for nothing, and another rule refuses it. */
  private ofFragment(name: string): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.known.set(name, 0);
    const fragment = this.fragments(name);
    const cost = fragment === undefined ? 0 : this.of(fragment.selectionSet);
    this.known.set(name, cost);
    return cost;
  }
}
