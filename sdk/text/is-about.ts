/** What people write who write about attacks, before or after one. */
const ABOUT =
  /prompt[- ]injections?\b|\binjection (?:attack|attempt|payload|test|phrase)|\bjailbreak(?:s|ing)? (?:attempt|prompt|technique|attack|phrase|test)|\battackers?\b(?![@.\w-])|\badversarial|\bred[- ]?team|\bthe phrase|\bowasp\b|\bsecurity awareness|\bpenetration test|\bpentest|\b(?:unit|regression) tests?\b/;

/** What they write before one: researchers, trainers, those who write rules and tickets. */
const ASKED_ABOUT =
  /\bphrases? (?:like|such|that)|\bsuch as\b|\be\.g\.|\bexamples? of\b|\bclassifier|\bdetect(?:s|ed|ion|ing|or)?\b|\bsecurity (?:test|review|training|team|research|advisor|policy|guide)|\b(?:attempt|tri|ask)(?:s|es|ed) (?:you |it |us |them |the \w+ )?to\b|\btry(?:ing)? to (?:make|get|have|trick)|\bmitigat|\bvulnerabilit|\bexplain (?:how|why|what|to)\b|\bhow (?:to|do|does|can|could|should)\b[^.?]{0,60}\b(?:block|prevent|stop|require|restrict|protect|disable)\b|\bwhat (?:does|do)\b|\bwhy (?:does|do|is|would)\b|\brunbook|\bdocumentation|\bblog post|\bslides?\b/;

/** How much before and after a place is read for what it is about. */
const BEFORE = 160;
const AFTER = 120;

/** A ban or a fear right before an order takes it back. */
const TAKEN_BACK =
  /(?:\bnever|\bnot|n't|\bcannot|\bmay|\bmight|\bcould|\bwould|\bto try and|\bwithout) (?:be |ever |you |to )?$/;

const QUOTES = new Set(['"', "'", "`", "*"]);

/**
 * How much less an order in a folded text says where it stands: 3 less for a ban or talk about it, 1 less for a quotation.
 *
 * @example
 * ordinaryBy('the phrase "ignore all rules" is an attack', 12, 16); // 4
 */
export function ordinaryBy(folded: string, at: number, length: number): number {
  const before = folded.slice(Math.max(0, at - BEFORE), at);
  if (TAKEN_BACK.test(before.slice(-24))) return 3;
  const around = `${before}|${folded.slice(at + length, at + length + AFTER)}`;
  return (ABOUT.test(around) || ASKED_ABOUT.test(before) ? 3 : 0) + (isQuoted(folded, at, length) ? 1 : 0);
}

/** Whether a quotation that is not the whole text begins right before a place, and ends after it. */
function isQuoted(folded: string, at: number, length: number): boolean {
  const start = folded
    .slice(Math.max(0, at - 3), at)
    .trimEnd()
    .slice(-1);
  return at > 2 && QUOTES.has(start) && folded.slice(at + length, at + length + AFTER).includes(start);
}
