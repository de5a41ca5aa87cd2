import { defineCases } from "caracal/testing";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";
import { throughputBought } from "./throughput-bought.ts";

const CREATE = "CreateProvisionedModelThroughput";
const units = {
  requestParameters: {
    modelId: "anthropic.claude-3-opus-20240229-v1:0",
    modelUnits: 5,
    commitmentDuration: "SixMonths",
  },
};

export const throughputBoughtCases = defineCases(throughputBought, {
  raises: {
    "a user with a key": {
      records: toBedrock(CREATE, MAKERS.key, units),
      alert: {
        severity: "HIGH",
        title: "111122223333:user/dana bought provisioned throughput",
        dedup: "111122223333 111122223333:user/dana",
        context: {
          model: "anthropic.claude-3-opus-20240229-v1:0",
          units: 5,
          commitment: "SixMonths",
          action: CREATE,
        },
      },
    },
    "a person changes it": {
      records: toBedrock("UpdateProvisionedModelThroughput", MAKERS.person),
      alert: { severity: "MEDIUM", context: { model: "", commitment: "" } },
    },
    "a deployment, which is LOW": {
      records: toBedrock(CREATE, MAKERS.machine, units),
      alert: { severity: "LOW" },
    },
    "a user who may not": {
      records: toBedrock(CREATE, MAKERS.key, DENIED),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana tried in vain: bought provisioned throughput",
      },
    },
    "long texts, cut": {
      records: toBedrock(CREATE, MAKERS.key, {
        requestParameters: { modelId: "m".repeat(300), commitmentDuration: "c".repeat(300) },
      }),
      alert: { context: { model: "m".repeat(100), commitment: "c".repeat(100) } },
    },
  },
  ignores: {
    "throughput that is given back": toBedrock("DeleteProvisionedModelThroughput", MAKERS.key),
    "another service's action of that name": toIam(CREATE, MAKERS.key, units),
  },
});
