/** How refusals begin, folded, in English, German, French, Spanish, Portuguese, Italian and Dutch. */
const BEGINNINGS =
  /^["' *#>-]{0,4}(?:i(?:'m| am)(?: really| very| so)? sorry,? (?:but )?(?:i )?(?:can|am (?:not able|unable)|'m (?:not able|unable)|won't|will not|cannot|must decline)|i(?:'m| am) sorry, but (?:that|this)|i apologi[sz]e,? (?:but )?i (?:can|am|'m|will|won)|sorry, (?:but )?(?:i )?(?:can't|cannot|can not|am unable|i'm not able)|i (?:can't|cannot|can not|won't|will not|must decline|am not able to|am unable to|need to decline|have to decline)|i'm (?:not able to|unable to|not comfortable|not going to)|unfortunately,? i (?:can't|cannot|am unable|won't)|i (?:don't|do not) (?:feel comfortable|assist with|help with)|as an ai(?: language)?(?: model| assistant)?,? i (?:can't|cannot|am unable|am not able|must|won't)|ich kann (?:ihnen |dir )?(?:dabei |damit |diese\w* |das |leider |hier)[^.]{0,40}?(?:nicht|keine)|(?:es )?tut mir leid,? (?:aber |doch )?(?:ich kann|das kann|dabei|dazu|da kann|damit|diese)|je (?:ne peux pas (?:vous|t|aider|fournir|repondre)|suis desole,? mais|ne suis pas en mesure)|desole,? (?:mais )?je ne|lo siento,? (?:pero )?no|no puedo (?:ayudar|proporcionar|asistir|responder|cumplir)|(?:sinto muito|desculpe),? (?:mas )?nao|nao posso (?:ajudar|fornecer|atender|cumprir)|mi dispiace,? (?:ma )?non|non posso (?:aiutar|fornir|assister)|ik kan (?:je |u )?(?:daar|hier|dat|dit)[^.]{0,20}?niet|het spijt me,? (?:maar )?ik kan)/;

/** A refusal for want of means is none: no tool, no file, no knowledge. */
const UNABLE =
  /(?:access to|real-?time|internet|browse|attachment|open (?:links|files|urls)|see (?:any|the|an) (?:file|image|attachment|document)|find (?:any|that|the|a)|locate|enough (?:information|context|details)|more (?:information|context|details)|the (?:file|document|image)|provided|knowledge (?:base|cutoff)|determine|verify|tell from)/;

/** Refusals that need no such look, in Japanese, Chinese, Korean and Russian, where folding changes letters. */
const OTHERS =
  /^(?:申し訳|対応できません|お手伝いできません|抱歉|对不起|我不能|我无法|很抱歉|죄송|Извините|К сожалению|Я не могу)/;

/**
 * Whether an answer begins with a refusal to do what was asked. That something is missing, such as a file or a tool, is
 * none. The first 240 characters are read.
 *
 * @example
 * isRefusal("I can't help with that."); // true
 * isRefusal("I cannot find the file."); // false
 */
export function isRefusal(text: string): boolean {
  const start = text.slice(0, 240).trimStart();
  if (OTHERS.test(start)) return true;
  const folded = (/[^\0-\x7f]/.test(start) ? plain(start) : start).toLowerCase();
  return BEGINNINGS.test(folded) && !UNABLE.test(folded);
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\u2018\u2019]/g, "'");
}
