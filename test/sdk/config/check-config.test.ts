import { type Config, defineConfig, defineRule, extendRule } from "caracal";
import { expect, test } from "vitest";
import { checkConfig } from "../../../sdk/config/check-config.ts";

const base = defineRule({
  id: "Test.Base",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "LOW",
  detect: () => true,
});
const louder = extendRule(base, { severity: "HIGH" });
const hours = { timeZone: "Europe/Berlin", days: [1, 2, 3, 4, 5], from: 8, to: 18 };

test.each<[what: string, config: Config]>([
  ["nothing", {}],
  ["one place of rules", { rules: "rules" }],
  ["several", { rules: ["rules", "aws-bedrock"] }],
  ["an organization of which nothing is told", { organization: {} }],
  [
    "all that there is",
    {
      organization: {
        accounts: ["111122223333", "012345678901"],
        principals: ["111122223333:role/claims-*", "*"],
        regions: ["eu-central-1", "us-gov-west-1", "ap-southeast-2"],
        prices: { "anthropic.claude-opus-4-8": { input: 5, output: 25, cacheRead: 0 } },
        businessHours: { ...hours, timeZone: "UTC", from: 0, to: 24 },
      },
      overrides: [louder],
    },
  ],
])("%s is a sound configuration", (_, config) => {
  expect(checkConfig(defineConfig(config))).toEqual([]);
});

test.each<[config: unknown, path: string, message: RegExp, fix?: string]>([
  [undefined, "", /expected object/],
  [() => ({}), "", /expected object/],
  [{ organisation: {} }, "organisation", /^there is no key organisation$/, "did you mean organization?"],
  [{ accounts: [] }, "accounts", /no key accounts/, "put it into organization"],
  [{ colour: "red" }, "colour", /no key colour/],
  [{ rules: [] }, "rules", />=1 items/],
  [{ rules: "" }, "rules", /not empty/],
  [{ rules: 7 }, "rules", /expected a folder/],
  [{ organization: { acounts: [] } }, "organization.acounts", /no key acounts/, "did you mean accounts?"],
  [
    { organization: { accounts: ["11112222333"] } },
    "organization.accounts.0",
    /twelve digits.*"11112222333"/,
  ],
  [{ organization: { accounts: [111122223333] } }, "organization.accounts.0", /expected string/],
  [
    { organization: { accounts: ["111122223333", "111122223333"] } },
    "organization.accounts.1",
    /111122223333 is there twice/,
  ],
  [{ organization: { principals: [" "] } }, "organization.principals.0", /not empty/],
  [
    { organization: { principals: ["arn:aws:iam::111122223333:user/dana"] } },
    "organization.principals.0",
    /expected a key such as .* but found the ARN/,
  ],
  [{ organization: { regions: ["Frankfurt"] } }, "organization.regions.0", /expected a region.*Frankfurt/],
  [{ organization: { prices: { m: { input: -1, output: 2 } } } }, "organization.prices.m.input", />=0/],
  [{ organization: { prices: { m: { input: 1 } } } }, "organization.prices.m.output", /expected number/],
  [{ organization: { prices: { m: { input: NaN, output: 1 } } } }, "organization.prices.m.input", /NaN/],
  [
    { organization: { prices: { m: { input: 1, output: 1, cacheReed: 1 } } } },
    "organization.prices.m.cacheReed",
    /no key cacheReed/,
    "did you mean cacheRead?",
  ],
  [
    { organization: { businessHours: { ...hours, timeZone: "Europe/Berln" } } },
    "organization.businessHours.timeZone",
    /there is no time zone Europe\/Berln/,
    "did you mean Europe/Berlin?",
  ],
  [{ organization: { businessHours: { ...hours, from: 25 } } }, "organization.businessHours.from", /<=23/],
  [{ organization: { businessHours: { ...hours, to: 25 } } }, "organization.businessHours.to", /<=24/],
  [{ organization: { businessHours: { ...hours, to: 8 } } }, "organization.businessHours.to", /end before/],
  [{ organization: { businessHours: { ...hours, days: [0] } } }, "organization.businessHours.days.0", />=1/],
  [{ organization: { businessHours: { ...hours, days: [] } } }, "organization.businessHours.days", />=1/],
  [
    { organization: { businessHours: { ...hours, form: 8 } } },
    "organization.businessHours.form",
    /no key form/,
    "did you mean from?",
  ],
  [{ overrides: [base] }, "overrides.0", /expected what extendRule returned/],
  [{ overrides: [{ ...louder }] }, "overrides.0", /expected what extendRule returned/],
  [{ overrides: [null] }, "overrides.0", /expected what extendRule returned/],
  [
    { overrides: [louder, extendRule(base, { severity: "LOW" })] },
    "overrides.1",
    /a second override of Test\.Base/,
  ],
])("%j is refused at %s", (config, path, message, fix) => {
  const [finding, ...others] = checkConfig(config);
  expect([finding?.path.join("."), finding?.fix, others]).toEqual([path, fix, []]);
  expect(finding?.message).toMatch(message);
});

test("all that is wrong is told at once", () => {
  const findings = checkConfig({
    rules: [],
    organization: { accounts: ["1"], regoins: [], businessHours: { ...hours, from: -1, timeZone: "Mars" } },
    overrides: [{}, louder, louder],
    color: 1,
  });
  expect(findings.map(({ path }) => path.join(".")).toSorted()).toEqual([
    "color",
    "organization.accounts.0",
    "organization.businessHours.from",
    "organization.businessHours.timeZone",
    "organization.regoins",
    "overrides.0",
    "overrides.2",
    "rules",
  ]);
});

test("keys that every object has are unknown keys too", () => {
  const config = JSON.parse('{ "constructor": 1, "organization": { "__proto__": { "accounts": ["1"] } } }');
  expect(checkConfig(config).map(({ path }) => path.join("."))).toContain("constructor");
});

test("what is misspelt does not compile", () => {
  // @ts-expect-error it is called organization
  defineConfig({ organisation: {} });
  // @ts-expect-error it is called accounts
  defineConfig({ organization: { acounts: [] } });
  // @ts-expect-error it is called timeZone
  defineConfig({ organization: { businessHours: { ...hours, zone: "UTC" } } });
  // @ts-expect-error it is called output
  defineConfig({ organization: { prices: { m: { input: 1, out: 1 } } } });
  // @ts-expect-error an account is a text: as a number it would lose its zeros
  defineConfig({ organization: { accounts: [111122223333] } });
});
