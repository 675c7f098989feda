import { asGiven } from '../../expressions/moments/moments.js';
import { everywhere, type Compose, type FormRow, type FormTable } from '../form.js';
import { differenceForms } from './arithmetic.js';
import { clockForms } from './clock.js';
import { formatForms } from './formats.js';
import { momentMeanings, type MomentCompose } from './by-meaning.js';
import { partForms } from './parts.js';

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
