import { testRule } from "caracal/testing";
import { roleChangesCases } from "../../../rules/aws-cloudtrail/role-changes.cases.ts";
import { roleChanges } from "../../../rules/aws-cloudtrail/role-changes.ts";

testRule(roleChanges, roleChangesCases);
