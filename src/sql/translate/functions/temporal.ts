import type { FormTable } from './form.js';

export const temporalForms: FormTable = {};
