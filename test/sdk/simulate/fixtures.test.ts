import { expect, test } from "vitest";
import { companyDifferences } from "../../fixtures/company-fixture.ts";

test("the committed log is what the simulator writes (else: node test/fixtures/build-fixtures.ts)", () => {
  expect(companyDifferences()).toEqual([]);
});
