import type { Moment } from '../../expressions/moments/moments.js';
import type { CallPlace } from '../form.js';
import { arithmeticMoments } from './arithmetic.js';
import { clockMoments } from './clock.js';
import { durationMoments } from './durations.js';
import { madeMoments } from './making.js';
import { parsedMoments } from './parsing.js';
import { sqliteMoments } from './sqlite-calls.js';
import { truncatedMoments } from './truncation.js';

/** What composes a call that gives a date or a moment; undefined where it can’t. */
export type MomentCompose = (place: CallPlace) => Moment | undefined;
export type MomentTable = Readonly<Record<string, MomentCompose>>;

let byMeaning: ReadonlyMap<string, MomentCompose> | undefined;

/** All functions that give dates and moments, by meaning. */
export function momentMeanings(): ReadonlyMap<string, MomentCompose> {
  byMeaning ??= new Map(
    Object.entries({
      ...clockMoments,
      ...arithmeticMoments,
      ...durationMoments,
      ...truncatedMoments,
      ...madeMoments,
      ...parsedMoments,
      ...sqliteMoments,
    }),
  );
  return byMeaning;
}

export const momentOfMeaning = (meaning: string): MomentCompose | undefined => momentMeanings().get(meaning);
