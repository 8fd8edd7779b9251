import fc from 'fast-check';

// The same cases every time, so that a check that passed for one passes for all. Other cases are
// looked for with ZHAIJI_SEED set to any whole number.
fc.configureGlobal({ seed: Number(process.env.ZHAIJI_SEED ?? 20_261_124) });
