import { testRule } from "caracal/testing";
import { injectedContentCases } from "../../../rules/aws-bedrock/injected-content.cases.ts";
import { injectedContent } from "../../../rules/aws-bedrock/injected-content.ts";

testRule(injectedContent, injectedContentCases);
