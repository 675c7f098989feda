import type { FormTable } from './form.js';

export const jsonForms: FormTable = {};
