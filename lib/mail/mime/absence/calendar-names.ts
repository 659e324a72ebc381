/** The languages whose months and weekdays are known by name, commonest first: where two share a word the first keeps it. */
const LOCALES = "en de fr es it nl pt sv da nb fi pl cs sk hu ro tr ru uk".split(" ");

/** Written without what belongs there, and in no table of locales. */
const MORE_MONTHS = [
  ["sept", 9],
  ["marz", 3],
  ["maerz", 3],
  ["jän", 1],
  ["fevrier", 2],
  ["aout", 8],
  ["decembre", 12],
  ["marco", 3],
] as const;

const MORE_WEEKDAYS: Record<string, string[]> = {
  maanantai: ["maanantaina", "maanantaihin"],
  tiistai: ["tiistaina", "tiistaihin"],
  keskiviikko: ["keskiviikkona", "keskiviikkoon"],
  torstai: ["torstaina", "torstaihin"],
  perjantai: ["perjantaina", "perjantaihin"],
  poniedziałek: ["poniedziałku"],
  wtorek: ["wtorku"],
  środa: ["środę", "środy"],
  czwartek: ["czwartku"],
  piątek: ["piątku"],
  pondělí: ["pondělka"],
  úterý: ["úterka"],
  středa: ["středu", "středy"],
  čtvrtek: ["čtvrtka"],
  pátek: ["pátku"],
  понедельник: ["понедельника"],
  вторник: ["вторника"],
  среда: ["среду", "среды"],
  четверг: ["четверга"],
  пятница: ["пятницу", "пятницы"],
};

/** 1 to 12 by name, in lower case: as they stand alone and beside a day, long and short. */
export const MONTHS: ReadonlyMap<string, number> = monthNames();
/** 1 (Monday) to 7 by name, in lower case; Slavic and Finnish ones also as they stand after "on", "until" and "from". */
export const WEEKDAYS: ReadonlyMap<string, number> = weekdayNames();

function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const locale of LOCALES)
    for (const options of [
      { month: "long" },
      { month: "long", day: "numeric" },
      { month: "short", day: "numeric" },
    ] as const)
      for (let month = 1; month <= 12; month++) {
        const name = partOf(new Date(Date.UTC(2026, month - 1, 5)), locale, options, "month");
        // Some locales shorten a month to its figure.
        if (/^\p{L}{3,}$/u.test(name) && !names.has(name)) names.set(name, month);
      }
  for (const [name, month] of MORE_MONTHS) names.set(name, month);
  return names;
}

function weekdayNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const locale of LOCALES)
    for (let day = 1; day <= 7; day++) {
      const name = partOf(new Date(Date.UTC(2026, 10, 29 + day)), locale, { weekday: "long" }, "weekday");
      const [word = ""] = name.split(/[-\s]/u);
      for (const each of [word, ...(MORE_WEEKDAYS[word] ?? [])]) if (!names.has(each)) names.set(each, day);
    }
  return names;
}

function partOf(date: Date, locale: string, options: Intl.DateTimeFormatOptions, type: "month" | "weekday"): string {
  const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).formatToParts(date);
  const name = parts.find((part) => part.type === type)?.value ?? "";
  return name.toLocaleLowerCase(locale).replace(/\.$/u, "").normalize("NFC");
}
