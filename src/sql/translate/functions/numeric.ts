import type { FormTable } from './form.js';

export const numericForms: FormTable = {};
