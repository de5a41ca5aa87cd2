import { testRule } from "caracal/testing";
import { modelImportedCases } from "../../../rules/aws-cloudtrail/model-imported.cases.ts";
import { modelImported } from "../../../rules/aws-cloudtrail/model-imported.ts";

testRule(modelImported, modelImportedCases);
