import type { Party } from "@/lib/domain/party";
import type { Random } from "../random";
import type { Language } from "../texts/pack";
import { NAMES } from "./names";
import { PLACES, STEMS, TITLES, TRADES } from "./places";

export type Person = { first: string; last: string; name: string; email: string; title: string };
export type Company = {
  language: Language;
  name: string;
  domain: string;
  city: string;
  timeZone: string;
  lead: Person;
  /** Somebody else there, who is put into Cc or passed on to. */
  colleague: Person;
};

/** A company with two people, all invented; its domain is a reserved one (RFC 2606) that no company before it has. */
export function makeCompany(language: Language, random: Random, taken: Set<string>): Company {
  const [city, timeZone] = random.pick(PLACES[language]);
  const { name, domain } = nameCompany(language, random, taken);
  const style = random.pick(["dot", "dot", "dot", "initial", "first"] as const);
  const lead = makePerson(language, random, domain, style);
  let colleague = makePerson(language, random, domain, style);
  while (colleague.email === lead.email) colleague = makePerson(language, random, domain, "dot");
  return { language, name, domain, city, timeZone, lead, colleague };
}

export const partyOf = ({ name, email }: Person): Party => ({ name, address: email });

function nameCompany(language: Language, random: Random, taken: Set<string>): { name: string; domain: string } {
  for (let attempt = 0; ; attempt++) {
    const [heads, tails] = STEMS[language].map((list) => list.split(" ")) as [string[], string[]];
    const head = spelled(random.pick(heads));
    const tail = random.pick(tails);
    const trade = spelled(random.pick(TRADES[language].split("|")));
    const slug = ascii(`${head.roman}${tail}-${trade.roman.split(" ")[0]}`);
    // Whoever comes late has a number in the domain, as in life.
    const domain = `${slug}${attempt > 6 ? `-${attempt}` : ""}.${random.pick(["test", "example"])}`;
    if (taken.has(domain)) continue;
    taken.add(domain);
    return { name: `${head.native}${tail}${language === "ja" ? "" : " "}${trade.native}`, domain };
  }
}

function makePerson(language: Language, random: Random, domain: string, style: "dot" | "initial" | "first"): Person {
  const names = NAMES[language];
  const first = spelled(random.pick(names.first));
  const last = spelled(random.pick(names.last));
  const local = {
    dot: `${ascii(first.roman)}.${ascii(last.roman)}`,
    initial: `${ascii(first.roman)[0]}.${ascii(last.roman)}`,
    first: ascii(first.roman),
  }[style];
  const name = language === "ja" ? `${last.native} ${first.native}` : `${first.native} ${last.native}`;
  const title = random.pick(TITLES[language].split("|"));
  return { first: first.native, last: last.native, name, email: `${local}@${domain}`, title };
}

function spelled(text: string): { native: string; roman: string } {
  const [native = "", roman = native] = text.split(":");
  return { native, roman };
}

const LETTERS: Record<string, string> = { ß: "ss", ł: "l", ı: "i", ø: "o", æ: "ae" };

const ascii = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[ßłıøæ]/g, (letter) => LETTERS[letter] ?? "")
    .replace(/[^a-z0-9-]/g, "");
