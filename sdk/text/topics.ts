import { type Hits, needleSearch } from "./needles.ts";

/** What a text may be about, as flags. */
export const TOPIC = {
  injection: 1,
  jailbreak: 2,
  harvesting: 4,
  roleplay: 8,
  spaced: 16,
  leet: 32,
  smuggled: 64,
} as const;

const INJECTION = (
  " ignore | ignoring|ignoreall|ignoreprev|ignoreyour|ignorethe| ignorier| ignorez| ignora |disregar|" +
  " forget |forgetting|forgetall| overrid| overrul| instruct|previousinst|directives|system prompt|" +
  "systemprompt|hidden prompt|secret prompt|initial prompt|previous prompt|your guardrail|your safeg|" +
  "your safety|your ethic|your moral|your content|your filter|your restrict|your limita|your progra|" +
  "your censor|your moder|your align|your guideline|your rules|ing above|text above|words above|" +
  "with  you are|with you are|guidelines above|rules above|previous rules|previous guidelines|your hidden|your system|your initial|your secret|your original|your full |" +
  " vergiss | olvida | oublie | oubliez | esquece | dimentica |istruzioni"
).split("|");

/** What is out of place only in what a tool brings. */
const SMUGGLED = (
  "im start|start header id|system  you|system  ign|system  new|system  from| the user | assistant| ai agent|" +
  "language model| chatbot|when summar|while summar| ai system|note to ai|message to ai| to any ai| any llm | all llms |to the ai |for the ai | dear ai |" +
  "when you summ|before answering|when you answ|when you proc|mention this|mention it|tell anyone"
).split("|");

const JAILBREAK = (
  " ignores |safety rules|safety mode|safety filter|safety off|filters off|all rules| you lose |tokens  if|world where|" +
  "anything now| dan mode|you are dan|are now dan| act as dan|developer mode|machiavell|evil conf|" +
  "jailbrea|jailbrok| godmode| god mode|opposite mode|interaction config|blocked mode|restrict|" +
  "unfilter|uncensor|unaligned|unethical| ethical| no limit|without limit| no rules| no filter|" +
  "without filter| no moral|without moral|any moral| no guideline|without guidel|longer bound|" +
  "not bound|unbound by|without rules|any rules|any limit|any filter|any guidelines|longer limit|" +
  "longer cens|censorship| amoral |liberated|shackled|evil twin|evil mode| evil ai |sudo mode|" +
  "fictional world|hypothetical| no laws |regardless of|tokens if|lose tokens|tokens each|" +
  "grandmother| grandma |two responses|two answers|two ways"
).split("|");

const HARVESTING = (
  "instance metadata|metadata serv|metadata endp| 169 254|security credentials|metadata google|computemetadata|metadata identity|2852039166|" +
  "0xa9fea9fe|0xa9 0xfe|fd00 ec2|a9fe a9fe|0251 0376|00251 00376|169 16689662|025177524776|" +
  "100 100 100 200|instance data|container credentials|self environ|kube config|var run secrets|" +
  " ssh id |git credentials|docker config|etc shadow|access key|secret key|session token| env vars|" +
  "environment var|credentials| api keys|passwords|secretaccess"
).split("|");

const ROLEPLAY =
  "start a new |next reply|sexually exp| erotic | erotica|roleplay|uncensor| nsfw is| nsfw and| nsfw con".split(
    "|",
  );

/** The beginnings of words that are written letter by letter. */
const SPACED = "ignore|disreg|forget|previo|instru|system|prompt|jailbr|overri|reveal"
  .split("|")
  .map((word) => word.split("").join(" "));

const LEET = (
  " 1gnore | 1gn0re | ign0re | ignor3 | 1gnor3 | ign0r3 | 1gn0r3 |d1sregard|disr3gard|d1sr3gard|" +
  "pr3vious|previ0us|pr3v10us|prev10us|pr3v1ous|1nstruct|instruct1|1nstruc7|instructi0n| syst3m |" +
  " 5ystem | 5yst3m | pr0mpt |j41lbrea|jailbr3ak|ja1lbreak|j41lbr34k"
).split("|");

const wordsIn: (text: string) => Hits = needleSearch(
  new Map<number, readonly string[]>([
    [TOPIC.injection, INJECTION],
    [TOPIC.jailbreak, JAILBREAK],
    [TOPIC.harvesting, HARVESTING],
    [TOPIC.roleplay, ROLEPLAY],
    [TOPIC.spaced, SPACED],
    [TOPIC.leet, LEET],
    [TOPIC.smuggled, SMUGGLED],
  ]),
);

/** What counts with its signs. */
const MARKS = [
  ["{{char}}", TOPIC.roleplay],
  ["{{user}}", TOPIC.roleplay],
  ["<<SYS>>", TOPIC.smuggled],
  ["[INST]", TOPIC.smuggled],
  ["忽略", TOPIC.injection],
  ["无视", TOPIC.injection],
  ["無視", TOPIC.injection],
  ["忘", TOPIC.injection],
  ["무시", TOPIC.injection],
  ["игнор", TOPIC.injection],
  ["забудь", TOPIC.injection],
] as const;

/** Where a text may be about what, by {@link TOPIC}'s flags: a quick look that finds too much. */
export function topicsIn(text: string): Hits {
  const { flags, places } = wordsIn(text);
  const marks = MARKS.filter(([mark]) => text.includes(mark));
  if (marks.length === 0) return { flags, places };
  const all = [...places, ...marks.map(([mark, flag]) => [text.indexOf(mark), flag] as const)];
  return {
    flags: all.reduce((sum, [, flag]) => sum | flag, flags),
    places: all.toSorted(([one], [other]) => one - other),
  };
}
