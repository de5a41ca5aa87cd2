import { testRule } from "caracal/testing";
import { importSourceNewCases } from "../../../rules/aws-cloudtrail/import-source-new.cases.ts";
import { importSourceNew } from "../../../rules/aws-cloudtrail/import-source-new.ts";

testRule(importSourceNew, importSourceNewCases);
