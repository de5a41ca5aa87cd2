/**
 * A name for the log type of a sample: that of its file or folder. Several samples, a glob and standard input have none.
 *
 * @example
 * nameOfSample(["logs/door-log.ndjson.gz"]); // "Custom.DoorLog"
 */
export function nameOfSample([path = "", ...others]: readonly string[]): string {
  const file = path.split(/[\\/]/).findLast((part) => part !== "") ?? "";
  const stem = others.length > 0 || /[*?[{]/.test(path) ? "" : file.replace(/(?<=.)\..*$/s, "");
  const words = stem.match(/[a-z0-9]+/gi) ?? [];
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return `Custom.${/^[A-Z]/.test(name) ? name.slice(0, LONGEST) : "Sample"}`;
}

/** Characters of a name that stays readable. */
const LONGEST = 100;
