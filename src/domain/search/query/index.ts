export type { Query } from './ast';
export { evaluate } from './evaluate';
export { nearForms } from './near-forms';
export { type Parsed, parseQuery } from './parse';
export { printQuery } from './print';
export type { QueryProblem } from './problem';
export { type ScanRows, ScanSource } from './scan-source';
export { type Suggestions, suggest, type Vocabulary } from './suggest';
