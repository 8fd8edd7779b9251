export type { Query } from './ast';
export { evaluate } from './evaluate';
export { nearForms } from './near-forms';
export { parseQuery } from './parse';
export { printQuery } from './print';
export type { QueryProblem } from './problem';
export { ScanSource } from './scan-source';
export { type Suggestions, suggest } from './suggest';
export { unitsOf } from './units';
