/**
 * The country (ISO 3166-1 alpha-2) that a text names: its code, or its name in English, German or its own language, in any case and
 * without regard to accents. Null for all else, and for names that are those of another place as well.
 */
export function countryCode(text: string): string | null {
  const plain = plainOf(text);
  if (/^[a-z]{2}$/.test(plain) && countryCodes().includes(plain.toUpperCase())) return plain.toUpperCase();
  return countryByName(text);
}

/** As `countryCode`, of names alone: two letters at the end of a place are more often a state's. */
export function countryByName(text: string): string | null {
  return names().get(plainOf(text)) ?? null;
}

/** The codes of all countries that the runtime has a name for. */
export function countryCodes(): readonly string[] {
  codes ??= LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(isCountry);
  return codes;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
/** Groups of countries, oceans and what stands for none. */
const NONE = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);
const ENGLISH = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

let codes: string[] | undefined;
let known: Map<string, string> | undefined;

/** A former country is read as what it became. */
function isCountry(code: string): boolean {
  return !NONE.has(code) && new Intl.Locale(`und-${code}`).region === code && ENGLISH.of(code) !== undefined;
}

/** What people write that no list of names has. */
const ALSO: Record<string, string> = {
  usa: "US",
  "u s a": "US",
  "united states of america": "US",
  uk: "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  uae: "AE",
  holland: "NL",
  "the netherlands": "NL",
  "czech republic": "CZ",
  turkey: "TR",
  turkei: "TR",
  "south korea": "KR",
  "republic of ireland": "IE",
};

/** Georgia is a state of the United States too, and Jersey half of one's name. */
const TWICE = ["georgia", "jersey"];

function names(): Map<string, string> {
  known ??= new Map([...countryCodes().flatMap(namesOf), ...Object.entries(ALSO)]);
  return known;
}

function namesOf(code: string): [string, string][] {
  const own = new Intl.Locale(`und-${code}`).maximize().language;
  return ["en", "de", own].flatMap((language) => {
    const name = plainOf(new Intl.DisplayNames(language, { type: "region", fallback: "none" }).of(code) ?? "");
    return name && !TWICE.includes(name) ? [[name, code] as [string, string]] : [];
  });
}

const plainOf = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
