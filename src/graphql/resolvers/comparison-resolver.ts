import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { compareDatabases } from '../../comparison/index.js';
import type { DialectName } from '../../sql/index.js';
import type { RequestContext } from '../context.js';
import { DialectEnum } from '../enums.js';
import { JsonScalar } from '../scalars.js';
import { ComparisonType, toComparison } from '../types/comparison-type.js';
import { QueryOptionsInput } from '../types/query-options-input.js';

@Resolver()
export class ComparisonResolver {
  @Query(() => ComparisonType, {
    nullable: true,
    description:
      'The same read on several databases, and whether they agree. A database that fails is told beside the others’ results.',
  })
  async compare(
    @Arg('databases', () => [ID], { description: 'Two databases or more; the first that answers is compared with.' })
    databases: string[],
    @Arg('sql', () => String, { description: 'One SQL statement that reads.' }) sql: string,
    @Arg('params', () => JsonScalar, { nullable: true, description: 'The values, as in `query`.' }) params: unknown,
    @Arg('dialect', () => DialectEnum, {
      nullable: true,
      description: 'The dialect that `sql` is written in; left out, the first database’s.',
    })
    dialect: DialectName | undefined,
    @Arg('ordered', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'Whether the order of the rows counts.',
    })
    ordered: boolean | null,
    @Arg('options', () => QueryOptionsInput, { nullable: true, description: 'How it is run on each.' })
    options: QueryOptionsInput | undefined,
    @Ctx() { services, databases: visible, principal, requestId, signal }: RequestContext,
  ): Promise<ComparisonType> {
    const written = dialect ?? visible.get(databases[0] ?? '').adapter.dialect;
    const asked = { sql, params, dialect: written, options, principal, requestId, signal };
    const run = (database: string) => services.pipeline.query({ ...asked, database });
    return toComparison(await compareDatabases(databases, ordered === true, run));
  }
}
