import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { TextStatement, TextTranslation } from '../../pipeline/index.js';
import type { DialectName, NoticeSeverity, StatementKind, TranslationNotice } from '../../sql/index.js';
import { DialectEnum, StatementKindEnum, WarningSeverityEnum } from '../enums.js';

@ObjectType('TranslationWarning', {
  description: 'A difference that a translation leaves. What is warned of nowhere gives the same rows.',
  simpleResolvers: true,
})
export class TranslationWarningType {
  @Field(() => String, { description: 'Which difference it is; docs/translation.md lists them.' })
  code!: string;

  @Field(() => WarningSeverityEnum, { description: 'How much it matters.' })
  severity!: NoticeSeverity;

  @Field(() => String, { description: 'What may differ, and what to do about it.' })
  message!: string;

  @Field(() => Int, { nullable: true, description: 'The line in the source, from 1.' })
  line!: number | null;

  @Field(() => Int, { nullable: true, description: 'The column in that line, from 1.' })
  column!: number | null;

  @Field(() => String, { nullable: true, description: 'The piece of the source that it is about.' })
  source!: string | null;
}

export const toWarning = (notice: TranslationNotice): TranslationWarningType =>
  Object.assign(new TranslationWarningType(), notice);

@ObjectType('TranslatedStatement', { description: 'One statement of a text, translated.', simpleResolvers: true })
export class TranslatedStatementType {
  @Field(() => StatementKindEnum, { description: 'What it does.' })
  kind!: StatementKind;

  @Field(() => String, { description: 'The statement as it was written.' })
  source!: string;

  @Field(() => String, { description: 'The same in the other dialect.' })
  sql!: string;

  @Field(() => Boolean, { description: 'Whether the text is another one.' })
  changed!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the target takes it; null where none was named, or it can’t be tried without effect.',
  })
  accepted!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What the target says against it.' })
  rejection!: string | null;

  @Field(() => [TranslationWarningType], { description: 'What may differ.' })
  warnings!: readonly TranslationWarningType[];

  @Field(() => [String], { description: 'Tables and views that it reads.' })
  tablesRead!: readonly string[];

  @Field(() => [String], { description: 'Tables that it changes.' })
  tablesWritten!: readonly string[];

  @Field(() => [String], {
    description:
      'For each place for a value in `sql`, in order, the parameter of the source that it takes. MySQL’s places have no numbers, so that a parameter used twice stands here twice.',
  })
  parameters!: readonly string[];
}

@ObjectType('Translation', { description: 'A text in another dialect.', simpleResolvers: true })
export class TranslationType {
  @Field(() => String, { description: 'All statements, separated by semicolons.' })
  sql!: string;

  @Field(() => DialectEnum, { description: 'The dialect that it was read in: the one given, or detected.' })
  from!: DialectName;

  @Field(() => DialectEnum, { description: 'The dialect that it is in now.' })
  to!: DialectName;

  @Field(() => [TranslatedStatementType], { description: 'Each statement by itself.' })
  statements!: readonly TranslatedStatementType[];

  @Field(() => [TranslationWarningType], { description: 'What may differ, of all statements.' })
  warnings!: readonly TranslationWarningType[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the target takes every statement; null where none was named, or one can’t be tried without effect.',
  })
  accepted!: boolean | null;

  @Field(() => Boolean, { description: 'Whether all of it was at hand from an earlier translation.' })
  cached!: boolean;

  @Field(() => Float, { description: 'In milliseconds, the target’s answer included.' })
  durationMs!: number;
}

export function toTranslation({ statements, warnings, ...rest }: TextTranslation): TranslationType {
  return Object.assign(new TranslationType(), rest, {
    statements: statements.map(toStatement),
    warnings: warnings.map(toWarning),
  });
}

const toStatement = ({ warnings, ...rest }: TextStatement): TranslatedStatementType =>
  Object.assign(new TranslatedStatementType(), rest, { warnings: warnings.map(toWarning) });
