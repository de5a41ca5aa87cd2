import { parseModule } from "../../lint/parse-module.ts";
import { placeIn } from "../../lint/place-in.ts";
import { findPieces, type Piece } from "./find-pieces.ts";
import { insertInto, type Mapped } from "./insert-into.ts";
import type { ModuleParts, Part } from "./recorder.ts";
import { shortened } from "./show-value.ts";

/** What a module under mutation holds; its source is not what somebody wrote. */
const MUTATED = "stryMutAct_";

/** What the names begin with that are added. */
const OWN = "__caracal";

/** The function that each kind of piece is handed to, and what comes before the piece. */
const CALLS = {
  part: (at: number) => ` ${OWN}Answer(${OWN}Ask(${at}),`,
  operand: (at: number) => ` ${OWN}See(${at},`,
  function: (at: number) => ` ${OWN}Name(${at},`,
} as const satisfies Record<Piece["kind"], (at: number) => string>;

/**
 * A rule's module that tells what each part of its tests came to, while it is listened to; else the parts' values are
 * only handed through. Lines stay where they are, and a source map tells of columns. `undefined` for a module that is to
 * be left alone.
 *
 * @param name the file, as messages call it
 * @param file its path. Default: the same
 */
export async function instrument(text: string, name: string, file = name): Promise<Mapped | undefined> {
  if (!/\b(define|extend)Rule\s*\(/.test(text)) return undefined;
  if (text.includes(OWN) || text.includes(MUTATED) || /^(\uFEFF|#!)/.test(text)) return undefined;
  const tree = await parseModule(text, name).catch(() => undefined);
  if (tree === undefined) return undefined;
  const pieces = findPieces(tree, /\.(test|spec)\.[cm]?[jt]s$/.test(name) ? "rules" : "module");
  const wrapping = pieces.flatMap(({ kind, start, end }, at) => [
    { offset: start, insert: CALLS[kind](at) },
    { offset: end, insert: ")" },
  ]);
  const parts = { file: name, parts: pieces.map((piece) => partOf(text, piece)) };
  return insertInto(text, [{ offset: 0, insert: preamble(parts) }, ...wrapping], file);
}

function partOf(text: string, { kind, start, end, whole }: Piece): Part {
  const source = text.slice(start, end);
  const isResult =
    kind === "part" && /^(true|false)$/.test(source) && /\breturn\s+$/.test(text.slice(0, start));
  return { kind, text: shortened(isResult ? `return ${source}` : source), ...placeIn(text, start), whole };
}

/** Functions, which are there before the module runs: modules that import each other may call it before. */
function preamble(parts: ModuleParts): string {
  const call = (name: string, does: string): string => `function ${OWN}${name}(at,value){${does}}`;
  return [
    `var ${OWN}=globalThis[Symbol.for("caracal.parts")]??={},${OWN}Parts=${JSON.stringify(parts)};`,
    call("Ask", `${OWN}?.recorder?.ask(${OWN}Parts,at);return at`),
    call("Answer", `${OWN}?.recorder?.answer(${OWN}Parts,at,value);return value`),
    call("See", `${OWN}?.recorder?.see(${OWN}Parts,at,value);return value`),
    call(
      "Name",
      `if(typeof value==="function")(${OWN}.names??=new WeakMap).set(value,{module:${OWN}Parts,at});return value`,
    ),
  ].join("");
}
