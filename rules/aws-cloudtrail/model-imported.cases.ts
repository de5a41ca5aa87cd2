import { defineCases } from "caracal/testing";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";
import { modelImported } from "./model-imported.ts";

const job = {
  requestParameters: {
    importedModelName: "claims-tuned",
    modelDataSource: { s3DataSource: { s3Uri: "s3://claims-weights/7b/v2/" } },
  },
};
const custom = {
  requestParameters: {
    modelName: "claims-nova",
    modelSourceConfig: { s3DataSource: { s3Uri: "s3://nova-weights" } },
  },
};

export const modelImportedCases = defineCases(modelImported, {
  raises: {
    "a user with a key": {
      records: toBedrock("CreateModelImportJob", MAKERS.key, job),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana imported a model to Bedrock",
        dedup: "111122223333 111122223333:user/dana",
        context: { model: "claims-tuned", bucket: "claims-weights", action: "CreateModelImportJob" },
      },
    },
    "a person": {
      records: toBedrock("CreateCustomModel", MAKERS.person, custom),
      alert: { severity: "MEDIUM", context: { model: "claims-nova", bucket: "nova-weights" } },
    },
    "a deployment, which is LOW": {
      records: toBedrock("CreateModelImportJob", MAKERS.machine, job),
      alert: { severity: "LOW" },
    },
    "a user who may not": {
      records: toBedrock("CreateModelImportJob", MAKERS.key, DENIED),
      alert: {
        severity: "LOW",
        title: "111122223333:user/dana tried in vain: imported a model to Bedrock",
        context: { model: "", bucket: "" },
      },
    },
    "long names, cut": {
      records: toBedrock("CreateModelImportJob", MAKERS.key, {
        requestParameters: {
          importedModelName: "m".repeat(300),
          modelDataSource: { s3DataSource: { s3Uri: `s3://${"b".repeat(300)}/x` } },
        },
      }),
      alert: { context: { model: "m".repeat(100), bucket: "b".repeat(100) } },
    },
  },
  ignores: {
    "a model that is looked at": toBedrock("GetImportedModel", MAKERS.key),
    "another service's action of that name": toIam("CreateModelImportJob", MAKERS.key, job),
  },
});
