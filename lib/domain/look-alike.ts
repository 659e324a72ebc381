import { siteOf } from "./site-of";

/**
 * Whether a domain looks like another one that it is not: signs of other scripts or digits in the place of letters, or one letter
 * added, left out, changed or swapped in the name under the same suffix (or one that is `.com` mistyped).
 * @param domain and `known` in Unicode, as they are read
 */
export function looksLike(domain: string, known: string): boolean {
  const [one, other] = [siteOf(domain), siteOf(known)];
  if (!one || !other || one === other) return false;
  if (skeletonOf(one) === skeletonOf(other)) return true;
  const [name, suffix] = parted(one);
  const [knownName, knownSuffix] = parted(other);
  if (name === knownName) return isMistyped(suffix, knownSuffix);
  return suffix === knownSuffix && knownName.length >= SHORTEST && isOneApart(name, knownName);
}

/** Names of fewer letters are one letter apart by chance. */
const SHORTEST = 5;
const LIKE_COM = new Set(["com", "co", "cm", "om", "corn", "con", "comm"]);
const isMistyped = (one: string, other: string): boolean => one !== other && LIKE_COM.has(one) && LIKE_COM.has(other);

function parted(site: string): [string, string] {
  const dot = site.indexOf(".");
  return dot < 0 ? [site, ""] : [site.slice(0, dot), site.slice(dot + 1)];
}

/** One form for all texts that look the same at a glance (the idea of UTS #39 §4, for letters that names of hosts are faked with). */
export function skeletonOf(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase();
  return Array.from(plain)
    .map((sign) => LOOKS.get(sign) ?? sign)
    .join("")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll("cl", "d");
}

/** Cyrillic, Greek and Latin letters and digits, each before the plain letter that it passes for. */
const LOOKS = new Map(
  (
    "аa сc ԁd еe һh іl ӏl јj кk мm нh оo рp ѕs тt уy хx ѵv ԝw ԛq гr пn ьb вb зe " +
    "αa βb γy εe ηn ιl κk νv οo ρp τt υu χx ωw σo " +
    "ıl ɑa ɡg łl đd øo ħh ƅb ᴏo ɩl ʏy ɴn ʀr ℓl 0o 1l il |l 5s"
  )
    .split(" ")
    .map((pair): [string, string] => {
      const [sign = "", letter = ""] = Array.from(pair);
      return [sign, letter];
    }),
);

/** One sign added, left out or changed, or two neighbours swapped. */
function isOneApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
