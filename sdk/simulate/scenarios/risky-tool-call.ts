import type { Exchange } from "../exchange.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { FORMS } from "./form.ts";
import { hasSession } from "./seat.ts";
import { type Manner, spoken } from "./spoken.ts";
import { DOCUMENTS, INDIRECT_INJECTION } from "./texts/indirect-injection.ts";
import { HOSTS } from "./texts/names.ts";
import { ORDINARY_COMMANDS, RISKY_COMMANDS } from "./texts/secrets.ts";
import { ANSWERS } from "./texts/usage.ts";
import { filled, worded } from "./wording.ts";

/** What agents call the tool that runs commands. */
const SHELLS = ["bash", "shell", "execute_command", "run_terminal_cmd", "exec"];

/** A hijacked agent: what it read tells it to run something, and among ordinary commands it does. */
function act(stage: Stage, random: Random, isRisky: boolean): Exchange {
  const shell = random.pick(SHELLS);
  const host = worded(HOSTS, stage, random);
  const command = filled(worded(isRisky ? RISKY_COMMANDS : ORDINARY_COMMANDS, stage, random), { host });
  const read = isRisky && random.chance(0.5) ? INDIRECT_INJECTION : DOCUMENTS;
  return {
    toolResults: [worded(read, stage, random)],
    offered: [shell, "read_file"],
    ...(random.chance(0.5) && { answer: worded(ANSWERS, stage, random) }),
    toolCalls: [{ name: shell, input: { command } }],
  };
}

/** Six to fourteen steps, of which more than half are not the agent's own idea. */
const hijack =
  (manner: Manner) =>
  (stage: Stage, random: Random): Attack => {
    let steps = 0;
    const say = (): Exchange => {
      steps += 1;
      return act(stage, random, steps === 3 || random.chance(0.6));
    };
    return spoken({ fits: hasSession, tries: [6, 14], say })(manner)(stage, random);
  };

/** An agent runs what somebody else wants it to run. */
export const riskyToolCall: Scenario = {
  id: "risky-tool-call",
  title: "An agent is hijacked by what it reads and runs commands that open the machine or carry data out.",
  techniques: ["AML.T0053", "AML.T0051.001"],
  variants: {
    "converse-stream": hijack({ form: FORMS.converseStreamClaude }),
    "stream-small-chunks": hijack({ form: FORMS.streamClaude, chunk: 5 }),
    "invoke-claude": hijack({ form: FORMS.invokeClaude }),
    "chat-scattered": hijack({ form: FORMS.invokeChat, isScattered: true }),
    "written-calls-llama": hijack({ form: FORMS.invokeLlama }),
    "nova-slow": hijack({ form: FORMS.converseNova, pace: "slow" }),
  },
};
