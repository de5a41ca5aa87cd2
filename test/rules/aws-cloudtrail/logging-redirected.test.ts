import { testRule } from "caracal/testing";
import { loggingRedirectedCases } from "../../../rules/aws-cloudtrail/logging-redirected.cases.ts";
import { loggingRedirected } from "../../../rules/aws-cloudtrail/logging-redirected.ts";

testRule(loggingRedirected, loggingRedirectedCases);
