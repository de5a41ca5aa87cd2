import { testRule } from "caracal/testing";
import { keyLooksAroundCases } from "../../../rules/aws-cloudtrail/key-looks-around.cases.ts";
import { keyLooksAround } from "../../../rules/aws-cloudtrail/key-looks-around.ts";

testRule(keyLooksAround, keyLooksAroundCases);
