import { defineCases, invocation } from "caracal/testing";
import { callBy, DANA, session } from "./call-by.cases.ts";
import { otherRegion } from "./other-region.ts";

const us = { region: "us-east-1" };

export const otherRegionCases = defineCases(otherRegion, {
  raises: {
    "a principal in another region after five days, to the millisecond": {
      records: (time) =>
        time.at("+0s", callBy(DANA)).at("+5d", callBy(DANA, { ...us, errorCode: "AccessDeniedException" })),
    },
    "a region that others use": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA), callBy(session("a"), us))
          .at("+6d", callBy(DANA, { ...us, operation: "ConverseStream" })),
    },
    "a region in which it was not for thirty days": {
      records: (time) =>
        time.at("+0s", callBy(DANA)).at("+29d", callBy(DANA)).expectMatches(0).at("+59d", callBy(DANA)),
    },
  },
  ignores: {
    "before five days are over": (time) =>
      time.at("+0s", callBy(DANA)).at("+4d23h59m59s999ms", callBy(DANA, { ...us, operation: "InvokeModel" })),
    "a role in a new session": (time) => time.at("+0s", callBy(session("a"))).at("+6d", callBy(session("b"))),
    "a profile that has the model run elsewhere": (time) =>
      time.at("+0s", callBy(DANA)).at("+6d", callBy(DANA, { inferenceRegion: "ap-southeast-4" })),
    "another account's first": (time) =>
      time.at("+0s", callBy(DANA)).at("+6d", callBy(DANA, { accountId: "444455556666", ...us })),
    "a record without a region": (time) =>
      time.at("+0s", callBy(DANA)).at("+6d", invocation({ region: null })),
  },
});
