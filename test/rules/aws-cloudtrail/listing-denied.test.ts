import { testRule } from "caracal/testing";
import { listingDeniedCases } from "../../../rules/aws-cloudtrail/listing-denied.cases.ts";
import { listingDenied } from "../../../rules/aws-cloudtrail/listing-denied.ts";

testRule(listingDenied, listingDeniedCases);
