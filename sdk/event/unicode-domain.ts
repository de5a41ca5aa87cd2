/** A domain name with its `xn--` labels in Unicode. A label that is no Punycode stays as it is. */
export function unicodeDomain(domain: string): string {
  if (!/xn--/i.test(domain)) return domain;
  return domain
    .split(".")
    .map((label) => (/^xn--/i.test(label) ? (decodePunycode(label.slice(4)) ?? label) : label))
    .join(".");
}

/** RFC 3492, section 6.2: `mnchen-3ya` is `münchen`. */
function decodePunycode(text: string): string | undefined {
  if (text.length > 59) return undefined;
  const basic = Math.max(text.lastIndexOf("-"), 0);
  const codes = Array.from(text.slice(0, basic), (character) => character.charCodeAt(0));
  let code = 128;
  let position = 0;
  let bias = 72;
  for (let index = basic > 0 ? basic + 1 : 0; index < text.length; ) {
    const before = position;
    for (let weight = 1, k = 36; ; k += 36) {
      const digit = Number.parseInt(text.charAt(index++), 36);
      if (Number.isNaN(digit)) return undefined;
      // Punycode counts a to z, then 0 to 9; base 36 the other way round.
      const value = digit < 10 ? digit + 26 : digit - 10;
      position += value * weight;
      const limit = Math.min(Math.max(k - bias, 1), 26);
      if (value < limit) break;
      weight *= 36 - limit;
    }
    const length = codes.length + 1;
    bias = adapt(position - before, length, before === 0);
    code += Math.floor(position / length);
    position %= length;
    if (code > 0x10ffff) return undefined;
    codes.splice(position++, 0, code);
  }
  return String.fromCodePoint(...codes);
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
