import { followModel } from './follow-model.js';

followModel(1000);
