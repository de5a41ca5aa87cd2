import type { Measure, MeasureOver } from "./rule.ts";
import type { FirstSeen, Threshold } from "./threshold.ts";

/** A rule's threshold or firstSeen as it is written: its type is found out, and other keys do not compile. */
export type MeasureWritten<E, T, F> = Measure<Exact<T, Threshold<E>>, Exact<F, FirstSeen<E>>>;

/** What is known of a rule's measure: the type of what was written; any where neither was. */
export type MeasureKnown<E, T, F> =
  Threshold<E> extends T
    ? FirstSeen<E> extends F
      ? MeasureOver<E>
      : Known<{ readonly firstSeen: Plain<F>; readonly threshold?: undefined }>
    : Known<{ readonly threshold: Plain<T>; readonly firstSeen?: undefined }>;

/** Nothing is found out from it: what a rule is put into has no say in what it is. */
type Known<M> = Plain<NoInfer<M>>;

/** The same type, as an editor shows it best. */
type Plain<T> = T extends unknown ? { readonly [K in keyof T]: T[K] } : never;

/** What was written, if it has no other keys; else what may be written, so that the other key is what is wrong. */
type Exact<T, Wide> = T extends number
  ? T
  : [Exclude<keyof T, KeyOf<Exclude<Wide, number>>>] extends [never]
    ? T
    : Wide;

type KeyOf<U> = U extends unknown ? keyof U : never;
