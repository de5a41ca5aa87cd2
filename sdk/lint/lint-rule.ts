import type { Issue } from "../base/issue.ts";
import { asyncCallbacks } from "./async-callbacks.ts";
import { exceptions } from "./exceptions.ts";
import { grouping } from "./grouping.ts";
import type { Neighbour } from "./imported-bindings.ts";
import { impureFunctions } from "./impure-functions.ts";
import { imports } from "./imports.ts";
import { impurity } from "./impurity.ts";
import type { LintContext, LintedRule } from "./linted-rule.ts";
import { missingTexts } from "./missing-texts.ts";
import { mutableState } from "./mutable-state.ts";
import { reportIds } from "./report-ids.ts";
import type { SourceModule } from "./source-module.ts";
import { timeTexts } from "./time-texts.ts";
import { unknownFields } from "./unknown-fields.ts";
import { unreachable } from "./unreachable.ts";

/** What is wrong with a rule, or doubtful, beside what loading it has told. */
export function lintRule(linted: LintedRule, context: LintContext): Issue[] {
  return [
    ...missingTexts(linted),
    ...reportIds(linted),
    ...exceptions(linted, context),
    ...asyncCallbacks(linted),
    ...unreachable(linted),
    ...unknownFields(linted, context),
    ...grouping(linted, context),
    ...timeTexts(linted, context),
  ];
}

/** What is wrong with a module that rules are in, or that they import, whatever the rules are. */
export function lintModule(module: SourceModule, neighbour?: Neighbour): Issue[] {
  return [
    ...imports(module),
    ...impurity(module),
    ...impureFunctions(module),
    ...mutableState(module, neighbour),
  ];
}
