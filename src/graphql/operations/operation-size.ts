import {
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { IntrospectionCost } from './introspection-cost.js';

/** How large a part of an operation is, with all that its fragments spread to. */
export interface OperationSize {
  /** Levels of nested fields. */
  readonly depth: number;
  /** Fields that are asked for under another name, or once more in one selection. */
  readonly aliases: number;
  /** Fields of the outermost level. */
  readonly rootFields: number;
  readonly directives: number;
  readonly fields: number;
  /** About how many values its introspection comes to. */
  readonly introspection: number;
}

/** A fragment by its name. */
export type FragmentsOf = (name: string) => FragmentDefinitionNode | undefined;

const NOTHING: OperationSize = { depth: 0, aliases: 0, rootFields: 0, directives: 0, fields: 0, introspection: 0 };
const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/**
 * Measures the operations of one document. Each fragment is measured once, however often it is spread: sums may grow
 * beyond all bounds, the work does not.
 */
export class OperationSizes {
  private readonly known = new Map<string, OperationSize>();
  private readonly introspections: IntrospectionCost;

  constructor(private readonly fragments: FragmentsOf) {
    this.introspections = new IntrospectionCost(fragments);
  }

  of({ selectionSet, directives = [], variableDefinitions = [] }: OperationDefinitionNode): OperationSize {
    const size = this.ofSelections(selectionSet);
    const onVariables = variableDefinitions.reduce((sum, variable) => sum + (variable.directives?.length ?? 0), 0);
    return { ...size, directives: size.directives + directives.length + onVariables };
  }

  private ofSelections({ selections }: SelectionSetNode): OperationSize {
    const names = new Set<string>();
    return selections.map((selection) => this.ofSelection(selection, names)).reduce(together, NOTHING);
  }

  private ofSelection(selection: SelectionNode, names: Set<string>): OperationSize {
    const directives = selection.directives?.length ?? 0;
    const size = this.ofKind(selection, names);
    return directives === 0 ? size : { ...size, directives: size.directives + directives };
  }

  private ofKind(selection: SelectionNode, names: Set<string>): OperationSize {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.ofSelections(selection.selectionSet);
    return this.ofField(selection, names);
  }

  private ofField({ name, alias, selectionSet }: FieldNode, names: Set<string>): OperationSize {
    const answeredAs = (alias ?? name).value;
    const aliases = alias !== undefined || names.has(answeredAs) ? 1 : 0;
    names.add(answeredAs);
    const own = { depth: name.value.startsWith('__') ? 0 : 1, aliases, rootFields: 1, directives: 0, fields: 1 };
    if (selectionSet === undefined) return { ...own, introspection: 0 };
    // A schema is deep, and what may be asked of it has a bound of its own.
    if (INTROSPECTION.has(name.value)) return { ...own, introspection: this.introspections.of(selectionSet) };
    const inner = this.ofSelections(selectionSet);
    return {
      depth: own.depth + inner.depth,
      aliases: aliases + inner.aliases,
      rootFields: 1,
      directives: inner.directives,
      fields: 1 + inner.fields,
      introspection: inner.introspection,
    };
  }

  /** One that spreads itself counts for nothing there, and another rule refuses it. */
  private ofFragment(name: string): OperationSize {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.known.set(name, NOTHING);
    const fragment = this.fragments(name);
    if (fragment === undefined) return NOTHING;
    const size = this.ofSelections(fragment.selectionSet);
    const measured = { ...size, directives: size.directives + (fragment.directives?.length ?? 0) };
    this.known.set(name, measured);
    return measured;
  }
}

function together(a: OperationSize, b: OperationSize): OperationSize {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    rootFields: a.rootFields + b.rootFields,
    directives: a.directives + b.directives,
    fields: a.fields + b.fields,
    introspection: a.introspection + b.introspection,
  };
}
