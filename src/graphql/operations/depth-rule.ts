import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { DragomanError } from '../../errors/index.js';

/**
 * Refuses documents whose fields nest deeper than `max`. Introspection is exempt: its own
 * query is deep, and bounded by the schema.
 */
export function depthRule(max: number): ValidationRule {
  return (context: ValidationContext): ASTVisitor => {
    const depths = new Map<string, number>();
    return {
      OperationDefinition(operation) {
        const depth = selectionDepth(operation.selectionSet, (name) => fragmentDepth(name, context, depths));
        if (depth <= max) return;
        const refusal = new DragomanError(
          'REQUEST_TOO_LARGE',
          `The operation nests ${depth} levels of fields; ${max} are allowed.`,
          {
            hint: 'Ask for less at once, or raise `limits.depth`.',
            limit: { name: 'depth', max },
          },
        );
        context.reportError(
          new GraphQLError(refusal.message, {
            nodes: operation,
            originalError: refusal,
            extensions: refusal.extensions(),
          }),
        );
      },
    };
  };
}

function selectionDepth(set: SelectionSetNode, ofFragment: (name: string) => number): number {
  let deepest = 0;
  for (const selection of set.selections) {
    deepest = Math.max(deepest, depthOf(selection, ofFragment));
  }
  return deepest;
}

function depthOf(selection: SelectionSetNode['selections'][number], ofFragment: (name: string) => number): number {
  switch (selection.kind) {
    case Kind.FIELD:
      if (selection.name.value.startsWith('__')) return 0;
      return 1 + (selection.selectionSet === undefined ? 0 : selectionDepth(selection.selectionSet, ofFragment));
    case Kind.INLINE_FRAGMENT:
      return selectionDepth(selection.selectionSet, ofFragment);
    case Kind.FRAGMENT_SPREAD:
      return ofFragment(selection.name.value);
  }
}

/** Each fragment is measured once; one that spreads itself counts as flat, and another rule refuses it. */
function fragmentDepth(name: string, context: ValidationContext, depths: Map<string, number>): number {
  const known = depths.get(name);
  if (known !== undefined) return known;
  depths.set(name, 0);
  const fragment: FragmentDefinitionNode | null | undefined = context.getFragment(name);
  if (fragment === null || fragment === undefined) return 0;
  const depth = selectionDepth(fragment.selectionSet, (other) => fragmentDepth(other, context, depths));
  depths.set(name, depth);
  return depth;
}
