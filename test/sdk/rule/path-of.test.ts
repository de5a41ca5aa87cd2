import { expectTypeOf, test } from "vitest";
import type { JsonValue } from "../../../sdk/base/json.ts";
import type { PathOf } from "../../../sdk/rule/path-of.ts";

test("paths lead to every field, and not into JSON, lists and times", () => {
  interface Event {
    readonly at: Date;
    readonly body?: JsonValue;
    readonly list?: readonly { readonly x: string }[];
    readonly who?: { readonly arn?: string; readonly session?: { readonly id: number } };
  }
  expectTypeOf<PathOf<Event>>().toEqualTypeOf<
    "at" | "body" | "list" | "who" | "who.arn" | "who.session" | "who.session.id"
  >();
});

test("a type without end has paths that are checked for ten levels", () => {
  interface Nest {
    readonly a?: Nest;
  }
  expectTypeOf<"a.a.a">().toExtend<PathOf<Nest>>();
  expectTypeOf<"a.b">().not.toExtend<PathOf<Nest>>();
  expectTypeOf<"a.a.a.a.a.a.a.a.a.a.a.b">().toExtend<PathOf<Nest>>();
});
