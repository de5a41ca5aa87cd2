import { sqliteStore } from "../../../sdk/state/sqlite-store.ts";

// A run of its own: commits the entries n and -n together, for n from 1 on, each of so many bytes, and tells when it has.
const [, , path = "", most = "1", bytes = "1"] = process.argv;
const store = sqliteStore(path);
await store.open();
for (let n = 1; n <= Number(most); n++) {
  const value = { n, bytes: new Uint8Array(Number(bytes)) };
  try {
    await store.commit({
      puts: new Map([
        [`${n}`, value],
        [`${-n}`, value],
      ]),
      deletes: [],
    });
    process.stdout.write(`${n}\n`);
  } catch (error) {
    process.stdout.write(`${String(error)}\n`);
  }
}
// It goes on until it is ended: a run that stops in the middle of its work.
setInterval(() => {}, 1_000);
