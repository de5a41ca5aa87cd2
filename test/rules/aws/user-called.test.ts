import { testRule } from "caracal/testing";
import { userCalledCases } from "../../../rules/aws/user-called.cases.ts";
import { userCalled } from "../../../rules/aws/user-called.ts";

testRule(userCalled, userCalledCases);
