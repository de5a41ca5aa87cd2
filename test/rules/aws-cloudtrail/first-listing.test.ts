import { testRule } from "caracal/testing";
import { firstListingCases } from "../../../rules/aws-cloudtrail/first-listing.cases.ts";
import { firstListing } from "../../../rules/aws-cloudtrail/first-listing.ts";

testRule(firstListing, firstListingCases);
