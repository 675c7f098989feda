import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { DragomanError } from '../../errors/index.js';
import { INTROSPECTION_MOST } from './introspection-cost.js';
import { OperationSizes, type OperationSize } from './operation-size.js';

/** How large an operation may be. */
export interface SizeLimits {
  /** Levels of nested fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Tokens of the document; and so many fields may its fragments spread to. */
  readonly tokens: number;
}

interface SizeLimit {
  readonly measure: keyof OperationSize;
  readonly most: (limits: SizeLimits) => number;
  /** The key of the configuration; undefined where none raises it. */
  readonly key: keyof SizeLimits | undefined;
  readonly says: (found: string, most: number) => string;
  readonly hint: string;
}

const SIZE_LIMITS: readonly SizeLimit[] = [
  {
    measure: 'rootFields',
    most: ({ rootFields }) => rootFields,
    key: 'rootFields',
    says: (found, most) => `The operation has ${found} root fields; ${most} are allowed.`,
    hint: 'Send several requests, or raise `limits.rootFields`.',
  },
  {
    measure: 'depth',
    most: ({ depth }) => depth,
    key: 'depth',
    says: (found, most) => `The operation nests ${found} levels of fields; ${most} are allowed.`,
    hint: 'Ask for less at once, or raise `limits.depth`.',
  },
  {
    measure: 'aliases',
    most: ({ aliases }) => aliases,
    key: 'aliases',
    says: (found, most) => `The operation has ${found} aliases and repeated fields; ${most} are allowed.`,
    hint: 'Send several requests, or raise `limits.aliases`.',
  },
  {
    measure: 'directives',
    most: ({ directives }) => directives,
    key: 'directives',
    says: (found, most) => `The operation has ${found} directives; ${most} are allowed.`,
    hint: 'Leave out what is not needed, or raise `limits.directives`.',
  },
  {
    measure: 'fields',
    most: ({ tokens }) => tokens,
    key: 'tokens',
    says: (found, most) => `The operation’s fragments spread to ${found} fields; ${most} are allowed.`,
    hint: 'Spread each fragment less often, or raise `limits.tokens`.',
  },
  {
    measure: 'introspection',
    most: () => INTROSPECTION_MOST,
    key: undefined,
    says: () => 'The operation asks for the schema many times over.',
    hint: 'Ask for it once, with the introspection query of your tool.',
  },
];

/**
 * Refuses operations that are too large, before any other rule looks at them: some of these take a time that grows
 * with the square of what they look at.
 */
export function sizeRule(limits: SizeLimits): ValidationRule {
  return (context: ValidationContext): ASTVisitor => ({
    Document(document): DocumentNode | undefined {
      const errors = sizeErrors(document, limits);
      if (errors.length === 0) return undefined;
      errors.forEach((error) => context.reportError(error));
      // What a visitor returns is visited in the place of the document.
      return { kind: Kind.DOCUMENT, definitions: [] };
    },
  });
}

/** One error for the first limit that each operation passes. */
function sizeErrors({ definitions }: DocumentNode, limits: SizeLimits): GraphQLError[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const sizes = new OperationSizes((name) => fragments.get(name));
  return definitions.flatMap((each) => {
    if (each.kind !== Kind.OPERATION_DEFINITION) return [];
    const size = sizes.of(each);
    const passed = SIZE_LIMITS.find(({ measure, most }) => size[measure] > most(limits));
    return passed === undefined ? [] : [refusal(passed, size, limits, each)];
  });
}

function refusal(
  { measure, most, key, says, hint }: SizeLimit,
  size: OperationSize,
  limits: SizeLimits,
  nodes: OperationDefinitionNode,
): GraphQLError {
  const max = most(limits);
  const found = size[measure] > 1_000_000 ? 'more than a million' : String(size[measure]);
  const error = new DragomanError('REQUEST_TOO_LARGE', says(found, max), {
    hint,
    ...(key === undefined ? {} : { limit: { name: key, max } }),
  });
  return new GraphQLError(error.message, { nodes, originalError: error, extensions: error.extensions() });
}
