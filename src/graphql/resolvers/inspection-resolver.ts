import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { DialectName } from '../../sql/index.js';
import type { RequestContext } from '../context.js';
import { DialectEnum } from '../enums.js';
import { InspectionType, toInspection } from '../types/inspection-type.js';

@Resolver()
export class InspectionResolver {
  @Query(() => InspectionType, {
    nullable: true,
    description: 'What a statement is, without running it. With a database: what that says of it.',
  })
  async inspect(
    @Arg('sql', () => String, { description: 'One statement, or several separated by semicolons.' }) sql: string,
    @Arg('dialect', () => DialectEnum, {
      nullable: true,
      description: 'The dialect that `sql` is written in; left out, the database’s, or else what the text shows.',
    })
    dialect: DialectName | undefined,
    @Arg('database', () => ID, { nullable: true, description: 'The database to ask whether it accepts the statement.' })
    database: string | undefined,
    @Ctx() { services, principal, signal }: RequestContext,
  ): Promise<InspectionType> {
    return toInspection(await services.pipeline.inspect({ principal, sql, dialect, database, signal }));
  }
}
