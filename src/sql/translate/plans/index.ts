/**
 * Translations by the shapes of their texts: what was made for one text is used for others that differ in their values.
 * A shape is a text without its values; a plan is what it came to, with what it asked of them as conditions.
 */
export type { PlannedTranslation } from './plan.js';
export { Plans, type ByPlan, type Lesson, type PlannedWish } from './plans.js';
