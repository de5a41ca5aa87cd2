import { defineCases } from "caracal/testing";
import { firstListing } from "./first-listing.ts";
import { MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const usual = toBedrock("ListFoundationModels", MAKERS.machine);
const other = toBedrock("ListInferenceProfiles", MAKERS.key);

export const firstListingCases = defineCases(firstListing, {
  raises: {
    "a principal that is new after three days": {
      records: (time) => time.at("+0s", usual).at("+3d", other),
    },
    "one that was away for ninety days": {
      records: (time) => time.at("+0s", usual).at("+90d", usual),
    },
  },
  ignores: {
    "a principal that is new before three days are over": (time) =>
      time.at("+0s", usual).at("+2d23h59m59s", other),
    "one that comes again before ninety days are over": (time) =>
      time.at("+0s", usual).at("+89d23h59m59s", usual),
    "the first in another account": (time) =>
      time.at("+0s", usual).at("+4d", { ...other, recipientAccountId: "444455556666" }),
    "a change, and another service": (time) =>
      time
        .at("+0s", usual)
        .at("+4d", toBedrock("DeleteGuardrail", MAKERS.key), toIam("ListFoundationModels", MAKERS.key)),
  },
});
