import type { FormTable } from './form.js';

export const sessionForms: FormTable = {};
