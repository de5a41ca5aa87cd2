import type { Command } from "commander";
import type { NewRuleOptions } from "./scaffold/new-rule-files.ts";

/** `caracal new rule`: a rule with its test, to go on from. */
export function addNewCommand(program: Command): void {
  program
    .command("new")
    .summary("write a new rule with its test")
    .description("Writes what a project needs one more of.")
    .command("rule")
    .summary("write a new rule with its test")
    .description(
      "Writes rules/PACK/NAME.ts and test/rules/PACK/NAME.test.ts, named after the rule's id. The test passes at once. With --from the rule starts from records of a log, or from an alert. Of a sample it keeps words that AWS chooses in its own logs, words that your schema lists, truth values, and numbers: up to 999,999 in logs of AWS, whole ones up to 9,999 in yours. It makes up or leaves out all else, and of an alert the texts, the tags, and destinations that are addresses. It overwrites nothing.",
    )
    .argument("<id>", "the rule's id, such as Acme.Bedrock.NewRegion")
    .option("--pack <folder>", "the folder below rules (default: by the id, such as acme-bedrock)")
    .option("--log-type <name>", "what the rule is over (default: that of the sample, else Bedrock's)")
    .option("--from <file>", "records that the rule detects, or an alert as caracal run prints it in JSON")
    .option("--logs <path...>", "the logs in which the alert's events are")
    .action(async (id: string, options: NewRuleOptions) => {
      const { newRuleFiles } = await import("./scaffold/new-rule-files.ts");
      const { writeNewFiles } = await import("./scaffold/write-new-files.ts");
      const { files, told } = await newRuleFiles(id, options);
      await writeNewFiles(".", files);
      for (const line of told) process.stderr.write(`${line}\n`);
      process.stderr.write(`\nNext:\n  npx caracal test ${quoted(id)}\n`);
    });
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\w.:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
