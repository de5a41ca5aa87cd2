import { testRule } from "caracal/testing";
import { tracedBlockCases } from "../../../rules/aws-bedrock/traced-block.cases.ts";
import { tracedBlock } from "../../../rules/aws-bedrock/traced-block.ts";

testRule(tracedBlock, tracedBlockCases);
