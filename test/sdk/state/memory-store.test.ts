import { memoryStore } from "../../../sdk/state/memory-store.ts";
import { storeContract } from "./store-contract.ts";

storeContract("memoryStore", memoryStore);
