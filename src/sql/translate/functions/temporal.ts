import { asGiven } from '../expressions/moments.js';
import { everywhere, type Compose, type FormRow, type FormTable } from './form.js';
import { differenceForms } from './temporal-arithmetic.js';
import { clockForms } from './temporal-clock.js';
import { formatForms } from './temporal-formats.js';
import { momentMeanings, type MomentCompose } from './temporal-moments.js';
import { partForms } from './temporal-parts.js';

/** A call that gives a moment, as the source's function gives it. */
function given(compose: MomentCompose, otherwise: Compose | undefined): FormRow {
  const form: Compose = (place) => {
    const moment = compose(place);
    return moment === undefined ? otherwise?.(place) : asGiven(moment, place.node, place.t);
  };
  return everywhere(form);
}

const numbersAndTexts: FormTable = { ...clockForms, ...partForms, ...differenceForms, ...formatForms };

/** Functions of dates and times. */
export const temporalForms = (): FormTable => ({
  ...numbersAndTexts,
  ...Object.fromEntries(
    [...momentMeanings()].map(([meaning, compose]) => {
      const other = numbersAndTexts[meaning]?.pg;
      return [meaning, given(compose, typeof other === 'function' ? other : undefined)];
    }),
  ),
});
