import { memoryState, memoryStore } from "../../../sdk/state/memory-store.ts";
import { storeContract } from "./store-contract.ts";

storeContract("memoryStore", async () => {
  const state = memoryState();
  return () => memoryStore(state);
});
