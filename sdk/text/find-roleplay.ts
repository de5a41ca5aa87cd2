import { type Sign, type SignPattern, signsOf } from "./sign.ts";

/** What the programs write that resold access is used with, and what their users ask for. */
const PATTERNS: readonly SignPattern[] = [
  {
    name: "chat-frontend",
    weight: 2,
    form: /\{\{(?:char|user)\}\}|\[start a new (?:group )?chat\]|\bnext reply in (?:a|this|the) (?:fictional|never-ending|endless|immersive)\b|\bwrite \S{1,40}'s next (?:reply|response|message)\b/g,
  },
  {
    name: "sexual-roleplay",
    weight: 2,
    form: /\b(?:role-?play|rp|erp|character|scene|story|persona)\b[^.!?]{0,100}?\b(?:nsfw|erotic\w*|smut\w*|lewd|sexually explicit|explicit sex\w*|uncensored)\b|\b(?:nsfw|erotic\w*|smut\w*|lewd|sexually explicit|explicit sex\w*|uncensored)\b[^.!?]{0,100}?\b(?:role-?play|rp|erp|character|scenes?|story|is (?:allowed|permitted|encouraged)|content is|language is)\b/g,
  },
];

/** What those write who keep such texts out. */
const MODERATION =
  /\b(?:moderat\w*|classif\w*|label\w*|filter\w*|policy|policies|detect\w*|reject\w*|report\w*|not allowed|prohibited|forbidden|avoid|never|no nsfw|block\w*|flag\w*)\b/;

/**
 * Role-play of the kind for which stolen access is resold: prompts of its programs, and sexual role-play.
 *
 * @param folded what `foldText` made of the text
 * @example
 * weightOf(findRoleplay(foldText("Write an ordinary letter."))); // 0
 */
export function findRoleplay(folded: string): readonly Sign[] {
  return signsOf(folded, PATTERNS, (text, at, length, weight, name) => {
    const around = text.slice(Math.max(0, at - 120), at + length + 120);
    return name === "sexual-roleplay" && MODERATION.test(around) ? 0 : weight;
  }).map(({ name, weight }) => ({ name, weight }));
}
