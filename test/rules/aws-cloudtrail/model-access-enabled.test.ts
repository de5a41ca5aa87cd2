import { testRule } from "caracal/testing";
import { modelAccessEnabledCases } from "../../../rules/aws-cloudtrail/model-access-enabled.cases.ts";
import { modelAccessEnabled } from "../../../rules/aws-cloudtrail/model-access-enabled.ts";

testRule(modelAccessEnabled, modelAccessEnabledCases);
