import { expect, test } from "vitest";
import { navigatorLayer } from "../../../sdk/report/navigator-layer.ts";
import { coverageOf } from "../../../sdk/rule/frameworks/coverage-of.ts";
import { REPORTING_RULES, reporting } from "./reporting-rules.ts";

const [atlas, attack] = coverageOf(REPORTING_RULES).matrices.map(navigatorLayer);

test.each([
  ["attack", attack],
  ["atlas", atlas],
])("%s is a layer as its Navigator takes it", async (name, layer) => {
  await expect(`${JSON.stringify(layer, null, 2)}\n`).toMatchFileSnapshot(`golden/${name}-layer.json`);
});

test("has the versions and the domain that each Navigator asks for", () => {
  expect(attack).toMatchObject({
    domain: "enterprise-attack",
    versions: { navigator: "4.9.0", layer: "4.5" },
  });
  expect(atlas).toMatchObject({ domain: "atlas-atlas", versions: { navigator: "4.6.4", layer: "4.3" } });
});

test("what is said of one tactic comes after what is said of all, which it replaces", () => {
  const [layer] = coverageOf([
    reporting("A", { "MITRE ATLAS": ["AML.T0012"] }),
    reporting("B", { "MITRE ATLAS": ["AML.TA0004:AML.T0012"] }),
  ]).matrices.map(navigatorLayer);
  expect(layer?.techniques).toEqual([
    { techniqueID: "AML.T0012", score: 1, comment: "A" },
    { techniqueID: "AML.T0012", tactic: "initial-access", score: 2, comment: "A\nB" },
  ]);
});

test("techniques are unfolded where a sub-technique is covered", () => {
  const [layer] = coverageOf([
    reporting("A", { "MITRE ATLAS": ["AML.T0051.001", "AML.T0034", "AML.T0034.000"] }),
  ]).matrices.map(navigatorLayer);
  const shown = layer?.techniques.filter(({ showSubtechniques }) => showSubtechniques);
  expect(shown?.map(({ techniqueID, score }) => [techniqueID, score])).toEqual([
    ["AML.T0051", undefined],
    ["AML.T0034", 1],
  ]);
});

test("the scale of colours is one, also when nothing is covered", () => {
  const [layer] = coverageOf([]).matrices.map(navigatorLayer);
  expect(layer).toMatchObject({ techniques: [], gradient: { minValue: 0, maxValue: 1 } });
});
