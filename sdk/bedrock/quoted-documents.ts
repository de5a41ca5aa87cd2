/** What applications put around texts from elsewhere that they place in a prompt, as Anthropic's prompt guide advises. */
const TAGS = [
  "document",
  "documents",
  "context",
  "search_result",
  "search_results",
  "source",
  "article",
  "page",
  "webpage",
  "web_page",
  "email",
  "mail",
  "attachment",
];

/** How far an opening tag with its attributes goes at most. */
const LONGEST_TAG = 300;

/**
 * The documents in a prompt's text, where an application has put them between tags such as `<document>` and `</document>`.
 * Whoever wrote them need not be whoever asks. The time is linear.
 *
 * @example
 * quotedDocuments("Sum it up: <document>Dear all, ...</document>"); // ["Dear all, ..."]
 */
export function quotedDocuments(text: string): readonly string[] {
  return text.includes("</") ? TAGS.flatMap((tag) => between(text, tag)) : [];
}

function between(text: string, tag: string): readonly string[] {
  const found: string[] = [];
  let at = text.indexOf(`<${tag}`);
  while (at >= 0) {
    const begin = text.indexOf(">", at) + 1;
    const end = text.indexOf(`</${tag}>`, begin);
    if (begin === 0 || end < 0) break;
    // <documents> is another tag than <document>.
    const isTag = begin - at <= LONGEST_TAG && /[\s>]/.test(text.charAt(at + tag.length + 1));
    if (isTag) found.push(text.slice(begin, end));
    at = text.indexOf(`<${tag}`, isTag ? end : begin);
  }
  return found;
}
