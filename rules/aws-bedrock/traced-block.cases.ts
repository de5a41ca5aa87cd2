import { defineCases } from "caracal/testing";
import { UNTOLD } from "./call-by.cases.ts";
import { blocked, blockedStream, blockedUntraced, FOUND, passed } from "./guarded-bodies.cases.ts";
import { tracedBlock } from "./traced-block.ts";

export const tracedBlockCases = defineCases(tracedBlock, {
  raises: {
    "a block with a trace": { records: blocked() },
    "a stream's block with a trace": { records: blockedStream() },
  },
  ignores: {
    "calls whose bodies are stored elsewhere": UNTOLD,
    "a block without a trace": blockedUntraced(),
    "a finding that was let through": passed(FOUND.seenAttack),
    "a stream's block without findings": blockedStream({}),
  },
});
