import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { DialectName, Fidelity, TextComparison } from '../../sql/index.js';
import type { RequestContext } from '../context.js';
import { DialectEnum, FidelityEnum, TextComparisonEnum } from '../enums.js';
import { toTranslation, TranslationType } from '../types/translation-type.js';

@Resolver()
export class TranslationResolver {
  @Query(() => TranslationType, {
    nullable: true,
    description:
      'The same in another dialect, without running it. What can’t be said there is an error with its place, never a guess.',
  })
  async translate(
    @Arg('sql', () => String, { description: 'One statement, or several separated by semicolons.' }) sql: string,
    @Arg('from', () => DialectEnum, {
      nullable: true,
      description:
        'The dialect that `sql` is written in; left out, it is detected, and the error lists the candidates where several fit.',
    })
    from: DialectName | undefined,
    @Arg('to', () => DialectEnum, { description: 'The dialect to translate to.' }) to: DialectName,
    @Arg('fidelity', () => FidelityEnum, {
      nullable: true,
      defaultValue: 'EXACT',
      description: 'How far the form may go to keep the meaning.',
    })
    fidelity: Fidelity | null,
    @Arg('textComparison', () => TextComparisonEnum, {
      nullable: true,
      defaultValue: 'TARGET',
      description: 'Whose rules text compares by.',
    })
    textComparison: TextComparison | null,
    @Arg('target', () => ID, {
      nullable: true,
      description:
        'A registered database of that dialect: the translation goes by its tables and its server’s version, and it says whether it takes the result.',
    })
    target: string | undefined,
    @Ctx() { services, principal, signal }: RequestContext,
  ): Promise<TranslationType> {
    const request = { principal, sql, from, to, fidelity, textComparison, target, signal };
    return toTranslation(await services.pipeline.translate(request));
  }
}
