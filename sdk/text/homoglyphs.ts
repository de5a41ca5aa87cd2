/** Letters and the Latin ones that they look like, pair by pair: Cyrillic, Greek, Armenian, small capitals, others. */
const PAIRS =
  "аaвbсcԁdеeһhіiїiјjкkӏlмmнhоoрpԛqѕsтtуyхxѵvԝwАAВBСCЕEНHІIЇIЈJКKӀIМMОOРPЅSТTУYХX" +
  "αaεeιiκkνvοoρpτtυuχxγyηnωwΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX" +
  "օoոnսuհhցgզq" +
  "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz" +
  'ıiłlŁLɑaɡgɩiøoØOđdĐD‐-‑-‒-–-—-−-‘\'’\'‚\'“"”"„"«"»"‹\'›\'「"」"『"』"';

const LATIN = new Map<string, string>();
for (let at = 0; at < PAIRS.length; at += 2) LATIN.set(PAIRS.charAt(at), PAIRS.charAt(at + 1));

const ANY = new RegExp(`[${[...LATIN.keys()].join("")}]`, "g");

/**
 * Puts the Latin letter in place of each that only looks like one, and the plain quote or hyphen in place of each other.
 * Text in those alphabets becomes unreadable by it, in the same way each time.
 *
 * @example
 * latinised("ignоre"); // "ignore": its o was Cyrillic
 */
export function latinised(text: string): string {
  return text.replace(ANY, (letter) => LATIN.get(letter) ?? letter);
}
