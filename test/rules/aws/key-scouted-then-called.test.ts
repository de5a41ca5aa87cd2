import { testRule } from "caracal/testing";
import { keyScoutedThenCalledCases } from "../../../rules/aws/key-scouted-then-called.cases.ts";
import { keyScoutedThenCalled } from "../../../rules/aws/key-scouted-then-called.ts";

testRule(keyScoutedThenCalled, keyScoutedThenCalledCases);
