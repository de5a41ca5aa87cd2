import { testRule } from "caracal/testing";
import { mediaAbuseCases } from "../../../rules/aws-bedrock/media-abuse.cases.ts";
import { mediaAbuse } from "../../../rules/aws-bedrock/media-abuse.ts";

testRule(mediaAbuse, mediaAbuseCases);
