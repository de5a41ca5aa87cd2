import { testRule } from "caracal/testing";
import { changesDeniedCases } from "../../../rules/aws-cloudtrail/changes-denied.cases.ts";
import { changesDenied } from "../../../rules/aws-cloudtrail/changes-denied.ts";

testRule(changesDenied, changesDeniedCases);
