import type { Reporter } from "vitest/node";

const EVERY_MS = 100;

/**
 * A vitest reporter that tells on one line of a terminal how far a run is, and nothing anywhere else. What tests write
 * to the console goes to the same stream.
 */
export function testProgress(stream: NodeJS.WriteStream): Reporter {
  let [files, done, cases, drawn] = [0, 0, 0, 0];
  const clear = (): void => void (stream.isTTY && stream.write("\r\u001b[K"));
  return {
    onTestRunStart(specifications) {
      [files, done, cases] = [specifications.length, 0, 0];
    },
    onTestModuleEnd(module) {
      done++;
      cases += [...module.children.allTests()].length;
      const now = performance.now();
      if (!stream.isTTY || now - drawn < EVERY_MS) return;
      drawn = now;
      stream.write(`\r\u001b[K${done} of ${files} files, ${cases} tests`);
    },
    onUserConsoleLog({ content }) {
      clear();
      stream.write(content);
    },
    onTestRunEnd: clear,
  };
}
