import { createSqliteStore } from "../../src/store/sqlite.ts";

/**
 * Writes pairs of values and a line in one transaction each, until it is killed. Arguments: the data folder and a name for
 * the keys. Prints the count of the pairs now and then.
 */
const [folder = "", name = ""] = process.argv.slice(2);
const store = createSqliteStore(folder, Date.now);
for (let count = 1; ; count += 1) {
  const value = `${count} ${"words ".repeat(count % 50)}`;
  await store.write([
    { kind: "set", key: `left/${name}`, value },
    { kind: "set", key: `pair/${name}-${count % 1000}`, value },
    { kind: "append", log: "facts", text: value },
    { kind: "set", key: `right/${name}`, value },
  ]);
  if (count % 100 === 0) console.log(count);
}
