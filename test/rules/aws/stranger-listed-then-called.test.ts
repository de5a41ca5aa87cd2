import { testRule } from "caracal/testing";
import { strangerListedThenCalledCases } from "../../../rules/aws/stranger-listed-then-called.cases.ts";
import { strangerListedThenCalled } from "../../../rules/aws/stranger-listed-then-called.ts";

testRule(strangerListedThenCalled, strangerListedThenCalledCases);
