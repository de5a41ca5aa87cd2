import * as fc from "fast-check";

/** The same cases on every run, so that a failure is the change's own; `SEED=7 npm test` tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
