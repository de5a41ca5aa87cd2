import type { EventOf, LogTypeName } from "../event/log-types.ts";
import type { AnySteps, Correlation } from "./correlation.ts";
import type { MeasureOver, PerAlert, Rule, RuleBase, RuleSeverity } from "./rule.ts";
import type { FirstSeen, Threshold } from "./threshold.ts";

/**
 * What can be changed of a rule or a correlation; functions get the events, or the steps, of the base's. Of one whose
 * events are not known, such as one of several, only what needs no event.
 */
export type ChangesOf<Base> = [Base] extends [RuleOf<infer Names>]
  ? RuleChanges<EventOf<Names[number]>> & Partial<MeasureKind<Base, EventOf<Names[number]>>>
  : [Base] extends [{ readonly steps: infer Steps extends AnySteps }]
    ? CorrelationChanges<Steps>
    : RuleChanges<never>;

/** The rule or correlation that the changes make: its events and its kind of measure are the base's. */
export type DerivedOf<Base> = [Base] extends [RuleOf<infer Names>]
  ? Rule<Names, PerAlert<string, EventOf<Names[number]>>, MeasureKind<Base, EventOf<Names[number]>>>
  : Base;

interface RuleOf<Names extends readonly LogTypeName[]> {
  readonly logTypes: Names;
}

type RuleChanges<E> = Partial<Omit<RuleBase<E>, "detect">> & {
  /** The key of a match's group. */
  readonly dedup?: (event: E) => string;
  /** Groups the matches too where there is no `dedup`. */
  readonly title?: PerAlert<string, E>;
} & SeverityChange<RuleSeverity<E>>;

type SeverityChange<Severity> =
  | Severity
  | { readonly severity?: undefined; readonly defaultSeverity?: undefined };

/** A threshold stays one, and firstSeen stays firstSeen: what is measured as one makes no sense as the other. */
type MeasureKind<Base, E> = [Base] extends [{ readonly firstSeen: object }]
  ? { readonly firstSeen: FirstSeen<E>; readonly threshold?: undefined }
  : [Base] extends [{ readonly threshold: number | object }]
    ? { readonly threshold: Threshold<E>; readonly firstSeen?: undefined }
    : MeasureOver<E>;

type CorrelationChanges<Steps extends AnySteps> = Partial<
  Omit<Correlation<Steps>, "steps" | "order" | "severity" | "defaultSeverity">
> &
  SeverityChange<Pick<Correlation<Steps>, "severity" | "defaultSeverity">>;
