import type { Company } from "../people/make-people";
import { makeCompany } from "../people/make-people";
import type { Random } from "../random";
import type { Pack } from "../texts/pack";
import { PACKS } from "../texts/packs";
import { fill, write, type Slots } from "../texts/write";

export type Sender = { key: string; name: string };
export type Voice = {
  pack: Pack;
  random: Random;
  company: Company;
  slots: Slots;
  /** Templates used in this thread, which are not used twice if there is another. */
  used: Set<string>;
  /** What the other side spoke of last. */
  topic: string | null;
};

const SYSTEMS = ["Millibase", "Tallyframe", "Kornwerk", "Plant/4"];
const TRIAL_EUROS = 1_900;

/** The words of one thread: its language, its people and the figures that it is about. */
export function makeVoice(random: Random, company: Company, sender: Sender): Voice {
  const pack = PACKS[company.language];
  const { lead, colleague } = company;
  const reference = makeCompany(company.language, random, new Set());
  const slots: Slots = {
    locale: pack.locale,
    first: lead.first,
    last: lead.last,
    name: lead.name,
    title: lead.title,
    company: company.name,
    city: company.city,
    me: sender.name.split(" ")[0] ?? sender.name,
    mine: sender.name,
    colleague: colleague.name,
    colleagueAddress: colleague.email,
    boss: lead.name,
    refCompany: reference.name,
    refCity: reference.city,
    erp: random.pick(SYSTEMS),
    sites: String(random.int(2, 5)),
    trial: money(pack, TRIAL_EUROS),
  };
  const [machine, machine2] = twoOf(pack.machines, random);
  const voice = { pack, random, company, slots: { ...slots, machine, machine2 }, used: new Set<string>(), topic: null };
  turn(voice);
  return voice;
}

/** A new turn of the exchange: other days and figures, the same people and machines. */
export function turn({ pack, random, slots }: Voice): void {
  const number = (value: number) => numbers(plain(pack), "decimal").format(value);
  const [day, day2] = twoOf(pack.days, random);
  Object.assign(slots, {
    day,
    day2,
    time: clock(random),
    time2: clock(random),
    kw: number(random.int(11, 64)),
    kwh: number(random.int(18_200, 96_400)),
    pct: number(random.int(9, 31)),
    eur: money(pack, random.int(8, 96) * 50),
    months: number(random.int(3, 11)),
  });
}

/**
 * Says one of the templates, preferably one that this thread has not heard. A template may begin with `?topic ` (only said
 * when the other side spoke of that) and `@topic ` (what it speaks of itself).
 * @param isTheirs the lead speaks, who need not take up what we said; we always do
 */
export function say(voice: Voice, templates: readonly string[], { isTheirs = false } = {}): string {
  const { pack, random, slots, used, topic } = voice;
  const needs = (template: string) => /^\?(\w+) /.exec(template)?.[1] ?? null;
  const exact = templates.filter((template) => topic !== null && needs(template) === topic);
  const open = templates.filter((template) => needs(template) === null);
  const fitting = exact.length > 0 && (!isTheirs || random.chance(0.4)) ? exact : open.length > 0 ? open : templates;
  const fresh = fitting.filter((template) => !used.has(template));
  const template = random.pick(fresh.length > 0 ? fresh : fitting);
  used.add(template);
  const [, words = template] = /^(?:\?\w+ )?(?:@\w+ )?([^]*)$/.exec(template) ?? [];
  voice.topic = /^(?:\?\w+ )?@(\w+) /.exec(template)?.[1] ?? (isTheirs ? null : topic);
  return write(words, slots, random, { continues: goesOn(pack) });
}

/** Whoever names only the second of two days or hours has chosen it. */
export function settleOn({ slots }: Voice, body: string): void {
  const isNamed = (key: string) => Boolean(slots[key]) && body.toLowerCase().includes(slots[key]!.toLowerCase());
  if (isNamed("day2") && !isNamed("day")) slots.day = slots.day2!;
  if (isNamed("time2") && !isNamed("time")) slots.time = slots.time2!;
}

/** A whole letter: greeting, body and closing. */
export function letter(voice: Voice, body: string, { by }: { by: "us" | "lead" | "colleague" }): string {
  const { pack, random, company, slots } = voice;
  const person = by === "colleague" ? company.colleague : company.lead;
  const own =
    by === "us" ? slots : { ...slots, first: person.first, last: person.last, name: person.name, title: person.title };
  const hello = fill(random.pick(by === "us" ? pack.hello : pack.helloBack), own);
  const bye = fill(random.pick(by === "us" ? pack.bye : pack.byeBack), own);
  const isOneWord = !/\s/.test(body.trim()) && by !== "us" && pack.code !== "ja";
  if (isOneWord) return continued("", body, pack);
  return [hello, continued(hello, body, pack), bye].filter(Boolean).join("\n\n");
}

// German and Polish go on in lower case behind a greeting's comma; their templates are written that way.
const goesOn = (pack: Pack) => pack.code === "de" || pack.code === "pl";

function continued(hello: string, body: string, pack: Pack): string {
  if (hello.endsWith(",") || !goesOn(pack)) return body;
  return body.charAt(0).toLocaleUpperCase(pack.locale) + body.slice(1);
}

function twoOf(list: readonly string[], random: Random): [string, string] {
  const first = random.int(0, list.length - 1);
  const second = (first + random.int(1, list.length - 1)) % list.length;
  return [list[first]!, list[second]!];
}

const clock = (random: Random) => `${random.int(8, 16)}:${random.pick(["00", "00", "30", "30", "15", "45"])}`;

const plain = (pack: Pack) => (pack.code === "ar" ? "en-GB" : pack.locale);

/** The euro sign where the language puts it, without the narrow spaces that some programs break. */
const money = (pack: Pack, value: number): string =>
  numbers(plain(pack), "currency")
    .format(value)
    .replace(/[\u00a0\u202f]/g, " ");

const FORMATS = new Map<string, Intl.NumberFormat>();

function numbers(locale: string, style: "decimal" | "currency"): Intl.NumberFormat {
  const key = `${locale} ${style}`;
  const made = FORMATS.get(key) ?? new Intl.NumberFormat(locale, { style, currency: "EUR", maximumFractionDigits: 0 });
  FORMATS.set(key, made);
  return made;
}
