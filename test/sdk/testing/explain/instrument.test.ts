import { createRequire, stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import * as pack from "caracal/packs/aws-bedrock";
import { describe, expect, test } from "vitest";
import { eventOf, replay } from "../../../../sdk/testing/replay.ts";
import { isCorrelation } from "../../../../sdk/rule/correlation.ts";
import type { Detection } from "../../../../sdk/rule/step.ts";
import { instrument } from "../../../../sdk/testing/explain/instrument.ts";
import { record } from "../../../../sdk/testing/explain/recorder.ts";
import { fixtureRecords } from "./events.ts";

/** The rules as Node.js loads them, without the plugin. */
const plain = createRequire(import.meta.url)(
  join(import.meta.dirname, "../../../../rules/aws-bedrock/index.ts"),
) as typeof pack;

const isInstrumented = (one: Detection): boolean =>
  !isCorrelation(one) && String(one.detect).includes("__caracal");

const pairs = Object.entries<Detection>(plain).map(([name, one]): [string, Detection, Detection] => {
  return [name, one, (pack as Record<string, Detection>)[name] ?? one];
});

describe("a shipped rule says the same with the plugin as without", () => {
  test.each(pairs)("%s", async (_, without, within) => {
    const records = fixtureRecords();
    const results = (one: Detection) =>
      isCorrelation(one)
        ? []
        : records.map((raw) => one.detect(eventOf("AWS.BedrockModelInvocation", raw) as never));
    expect(results(within)).toEqual(results(without));
    const alerts = async (one: Detection) => (await replay(one, records, { lateness: "365d" })).alerts;
    expect(await alerts(within)).toEqual(await alerts(without));
  });

  test("the comparison is of some with the plugin and some without", () => {
    expect(pairs.some(([, without]) => isInstrumented(without))).toBe(false);
    expect(pairs.some(([, , within]) => isInstrumented(within))).toBe(true);
  });
});

/** A module with a function `rule`, as it is after the plugin and without its types. */
async function load(source: string, isWithPlugin: boolean): Promise<(value: unknown) => unknown> {
  const text = `const defineRule = (rule: unknown) => rule; ${source}\ndefineRule({});`;
  const code = isWithPlugin ? ((await instrument(text, "made-up.ts"))?.code ?? "not instrumented") : text;
  const url = `data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(code))}`;
  return ((await import(/* @vite-ignore */ url)) as { rule: (value: unknown) => unknown }).rule;
}

function outcome(call: (value: unknown) => unknown, value: unknown): unknown {
  try {
    return structuredClone(call(structuredClone(value)));
  } catch (thrown) {
    return String(thrown);
  }
}

const VALUES = [undefined, null, 0, 1, "", "text", true, {}, { a: 1 }, { a: { b: [1, 2] } }, [{ a: 2 }]];

describe("the value of a module's function, or what it throws, stays what it is", () => {
  test.each([
    "export const rule = (v: any) => v && v.a || !v;",
    "export const rule = (v: any) => (v ?? { a: 3 }).a === 1 ? v.a : !(v?.a && v.a.b);",
    "export const rule = (v: any) => { if(v)return!v.a; if (!v) return/x/.test(v); return v };",
    "export function rule(v: any) { return v.a.b.some((n: number) => n > 1 && n < 3) }",
    "export const rule = (v: any) => (0, v.a);",
    'export const rule = (v: any): v is string => typeof v === "string" && v.length > 0;',
    "export const rule = (v: any) => ({ a: v, b: v && 1 });",
    "export const rule = (v: any) => (v as { a?: number })!.a! > 0 && (v satisfies object) !== undefined;",
    "class A { #x = 1; has(o: any) { return #x in o || this.#x === o?.a } }\nexport const rule = (v: any) => new A().has(v instanceof Object ? v : new A());",
    "class B { a() { return this }; get b() { return true } }\nclass C extends B { override a() { return super.a() && super.b as any } }\nexport const rule = (v: any) => new C().a() === v;",
    "export const rule = (v: any) => { let m; if ((m = /e/.exec(v)) && m.index === 1) return true; const isA = v?.a === 1 && // why\n  v !== 2; return isA };",
    "export const rule = (v: any) => { switch (v) { case 1: return v > 0; default: return delete v?.a } };",
    "export const rule = (v: any) => [...(function* () { if (v) return yield v; yield !v })()].length === 1;",
    "export const rule = (v: any) => { let seen = 0; const look = () => ++seen > 0; return [look() && v && look(), seen] };",
    "const { detect: other } = { detect: (w: any) => w?.a }; export const rule = (v: any) => ({ detect: other }).detect(v);",
    "export const rule = (v: any) => { try { return v.a.b.length > 1 } catch { return v === null } };",
    'export const rule = (v: any) => { label: for (const k in v) { if (k === "a") continue label; return k } return !0 };',
    "export const rule = (v: any) => v?.a?.b?.includes(2) === true && v.a.b.at(-1) in [1, 2, 3];",
    "export const rule = (v: any) => { var f = (x = v && 1) => x; return f.name + f.length + f() };",
  ])("%s", async (source) => {
    const [after, before] = [await load(source, true), await load(source, false)];
    for (const value of VALUES) {
      const expected = outcome(before, value);
      expect(outcome(after, value)).toEqual(expected);
      // While somebody listens too.
      record(() => expect(outcome(after, value)).toEqual(expected));
    }
  });

  test("an asynchronous function waits as it did", async () => {
    const after = await load("export const rule = async (v: any) => (await v) === 1 && await v;", true);
    expect([await after(Promise.resolve(1)), await after(2)]).toEqual([1, false]);
  });
});

test("a module that calls one that is not loaded yet works as it did", async () => {
  const after = await load(
    "export const early = rule(1);\nexport function rule(v: any) { return v === 1 && !v }",
    true,
  );
  expect(after(0)).toBe(false);
});

describe("a module stays as it is when", () => {
  const rule = "defineRule({ detect: (event) => event.a && event.b });";
  test.each([
    ["it defines no rule", "export const f = (a, b) => a && b;"],
    ["it does not parse", `${rule} const = ;`],
    ["it is a mutant", `${rule} stryMutAct_9fa48("0");`],
    ["it has been gone through already", `${rule} __caracalAnswer(1, 2);`],
    ["it begins with what must stay its beginning", `#!/usr/bin/env node\n${rule}`],
  ])("%s", async (_, text) => {
    expect(await instrument(text, "x.ts")).toBeUndefined();
  });
});

test("of a test's module only the rules in it are gone through", async () => {
  const text = `test("x", () => a && b);\ndefineRule({ detect: (event) => event.a && event.b });`;
  const { code = "" } = (await instrument(text, "x.test.ts")) ?? {};
  expect(code).toContain('test("x", () => a && b);\n');
  expect(code).not.toContain("detect: (event) => event.a");
});
