import { defineCases } from "caracal/testing";
import { importSourceNew } from "./import-source-new.ts";
import { MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const from = (s3Uri: string) => ({ requestParameters: { modelDataSource: { s3DataSource: { s3Uri } } } });
const IMPORT = "CreateModelImportJob";
const usual = toBedrock(IMPORT, MAKERS.person, from("s3://claims-weights/v1/"));
const other = from("s3://cheap-models/free/");

export const importSourceNewCases = defineCases(importSourceNew, {
  raises: {
    "a bucket that nobody has used": {
      records: (time) => time.at("+0s", usual).at("+1m", toBedrock(IMPORT, MAKERS.machine, other)),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:role/deployment imported a model from cheap-models",
        dedup: "111122223333 111122223333:role/deployment",
        context: { bucket: "cheap-models", who: "machine" },
      },
    },
    "a bucket that nobody has used for half a year": {
      records: (time) =>
        time
          .at("+0s", usual)
          .at("+1d", toBedrock(IMPORT, MAKERS.person, other))
          .expectAlert()
          .at("+180d", usual),
    },
    "a long name, cut": {
      records: (time) =>
        time.at("+0s", usual).at(
          "+1h",
          toBedrock("CreateCustomModel", MAKERS.key, {
            requestParameters: {
              modelSourceConfig: { s3DataSource: { s3Uri: `s3://${"b".repeat(300)}/x` } },
            },
          }),
        ),
      alert: {
        title: `111122223333:user/dana imported a model from ${"b".repeat(100)}`,
        context: { bucket: "b".repeat(100) },
      },
    },
  },
  ignores: {
    "the bucket that is always used, whatever the folder": (time) =>
      time.at("+0s", usual).at("+1d", toBedrock(IMPORT, MAKERS.key, from("s3://claims-weights/v2/"))),
    "the first of an account": (time) =>
      time
        .at("+0s", usual)
        .at("+1d", toBedrock(IMPORT, MAKERS.key, other, { recipientAccountId: "444455556666" })),
    "two at once at the beginning": (time) =>
      time.at("+0s", usual).at("+59s999ms", toBedrock(IMPORT, MAKERS.person, other)),
    "one that is used again before half a year is over": (time) =>
      time
        .at("+0s", usual)
        .at("+59s", toBedrock(IMPORT, MAKERS.person, other))
        .at("+179d23h59m", usual),
    "somebody who may not": (time) =>
      time
        .at("+0s", usual)
        .at("+1d", toBedrock(IMPORT, MAKERS.key, other, { errorCode: "AccessDeniedException" })),
    "a request that names no bucket": (time) =>
      time.at("+0s", usual).at("+1d", toBedrock("CreateCustomModel", MAKERS.key, from(""))),
    "another service": (time) => time.at("+0s", usual).at("+1d", toIam(IMPORT, MAKERS.key, other)),
  },
});
