import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FRAMEWORKS, type Framework } from "../../../../sdk/rule/frameworks/frameworks.ts";
import { readReport } from "../../../../sdk/rule/frameworks/read-report.ts";

function frameworkOf(name: string): Framework {
  const found = FRAMEWORKS.get(name);
  if (found === undefined) throw new Error(`no framework ${name}`);
  return found;
}

const attack = frameworkOf("MITRE ATT&CK");
const atlas = frameworkOf("MITRE ATLAS");

describe("what an id in a rule's reports names", () => {
  test.each([
    [attack, "T1078", { technique: "T1078" }],
    [attack, "T1078.004", { technique: "T1078.004" }],
    [attack, "TA0006", { tactic: "TA0006" }],
    [attack, "TA0001:T1078.004", { tactic: "TA0001", technique: "T1078.004" }],
    [atlas, "AML.T0034", { technique: "AML.T0034" }],
    [atlas, "AML.T0034.001", { technique: "AML.T0034.001" }],
    [atlas, "AML.TA0005", { tactic: "AML.TA0005" }],
    [atlas, "AML.TA0005:AML.T0051", { tactic: "AML.TA0005", technique: "AML.T0051" }],
  ])("$name: %s", (framework, text, named) => {
    expect(readReport(framework, text)).toEqual(named);
  });
});

describe("what is wrong with an id is told, with what it names all the same", () => {
  test.each([
    [attack, "TA0006:T1078", { tactic: "TA0006", technique: "T1078", problem: "not of the tactic" }],
    [attack, "TA0099:T1078", { tactic: "TA0099", technique: "T1078", problem: "unknown tactic" }],
    [attack, "TA0099", { tactic: "TA0099", problem: "unknown tactic" }],
    [attack, "T9999", { technique: "T9999", problem: "unknown technique" }],
    [attack, "T1078.999", { technique: "T1078.999", problem: "unknown technique" }],
    [atlas, "AML.T0034.009", { technique: "AML.T0034.009", problem: "unknown technique" }],
    [
      atlas,
      "AML.TA0005:AML.T0034",
      { tactic: "AML.TA0005", technique: "AML.T0034", problem: "not of the tactic" },
    ],
  ])("$name: %s", (framework, text, report) => {
    expect(readReport(framework, text)).toEqual(report);
  });
});

describe("what is no id is malformed", () => {
  test.each([
    [attack, ""],
    [attack, ":"],
    [attack, "T107"],
    [attack, "t1078"],
    [attack, " T1078"],
    [attack, "T1078.04"],
    [attack, "TA0001:"],
    [attack, ":T1078"],
    [attack, "TA0001T1078"],
    [attack, "T1078:TA0001"],
    [attack, "TA0001:TA0002"],
    [attack, "TA0001:T1078:T1078"],
    [attack, "T1078\n"],
    [attack, "AML.T0034"],
    [attack, "Valid Accounts"],
    [attack, "constructor"],
    [atlas, "AML."],
    [atlas, "T0034"],
    [atlas, "AML.TA0005:T0051"],
    [atlas, "TA0005:AML.T0051"],
  ])("$name: %j", (framework, text) => {
    expect(readReport(framework, text)).toEqual({ problem: "malformed" });
  });

  test("whatever is read without a problem is in the tables", () => {
    const part = fc.constantFrom("AML.", "T", "TA", "0001", "1078", ":", ".004", "__proto__", "\n");
    const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.constantFrom(attack, atlas), text, (framework, written) => {
        const { tactic, technique, problem } = readReport(framework, written);
        if (problem !== undefined) return;
        expect([tactic, technique].filter((id) => id !== undefined).join(":")).toBe(written);
        if (tactic !== undefined) expect(framework.tactics.has(tactic)).toBe(true);
        if (technique !== undefined) expect(framework.techniques.has(technique)).toBe(true);
      }),
    );
  });
});

describe.each([...FRAMEWORKS.values()])("the tables of $name", (framework) => {
  const { tactics, techniques, prefix } = framework;

  test("hold ids that can be written in a report, with and without each of their tactics", () => {
    for (const id of tactics.keys()) expect(readReport(framework, id)).toEqual({ tactic: id });
    for (const [id, { tactics: own }] of techniques) {
      expect(readReport(framework, id)).toEqual({ technique: id });
      expect(own.length).toBeGreaterThan(0);
      for (const tactic of own)
        expect(readReport(framework, `${tactic}:${id}`)).toEqual({ tactic, technique: id });
    }
  });

  test("know the technique of every sub-technique, and give both the same tactics", () => {
    for (const [id, { tactics: own }] of techniques) {
      const parent = techniques.get(id.slice(0, `${prefix}T0000`.length));
      expect({ id, tactics: parent?.tactics.toSorted() }).toEqual({ id, tactics: own.toSorted() });
    }
  });

  test("are in the order of their ids", () => {
    expect([...techniques.keys()]).toEqual([...techniques.keys()].toSorted());
  });
});

test("every technique has a page", () => {
  expect(attack.pageOf("T1078.004")).toBe("https://attack.mitre.org/techniques/T1078/004/");
  expect(atlas.pageOf("AML.T0034.001")).toBe("https://atlas.mitre.org/techniques/AML.T0034.001");
});
