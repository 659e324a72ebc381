/**
 * The zones of a country (ISO 3166), those where most people live first. `isUsual`: nearly all of the country lives by the first one.
 * Empty for what is no country.
 */
export function countryZones(country: string): { zones: string[]; isUsual: boolean } {
  const first = (USUAL[country] ?? CITIES[country] ?? "").split(" ").filter(Boolean);
  const others = zonesOfCountry(country).filter((zone) => !first.includes(zone));
  return { zones: [...first, ...others], isUsual: country in USUAL };
}

/** Not yet among TypeScript's own types. */
type WithZones = Intl.Locale & { getTimeZones?: () => string[] | undefined; timeZones?: string[] };

/** The zones of a country as CLDR lists them, in no order that means anything. */
export function zonesOfCountry(country: string): string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  const locale = new Intl.Locale(`und-${country}`) as WithZones;
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** Countries of several zones that CLDR nonetheless names by one (`primaryZones`). */
const USUAL: Record<string, string> = {
  CL: "America/Santiago",
  CN: "Asia/Shanghai",
  DE: "Europe/Berlin",
  EC: "America/Guayaquil",
  ES: "Europe/Madrid",
  MY: "Asia/Kuala_Lumpur",
  NZ: "Pacific/Auckland",
  PT: "Europe/Lisbon",
  UA: "Europe/Kiev",
  UZ: "Asia/Tashkent",
};

/** Where a country has many, the zones by the towns that everybody knows. */
const CITIES: Record<string, string> = {
  AR: "America/Buenos_Aires",
  AU: "Australia/Sydney Australia/Brisbane Australia/Adelaide Australia/Perth Australia/Darwin",
  BR: "America/Sao_Paulo America/Manaus America/Fortaleza",
  CA: "America/Toronto America/Vancouver America/Edmonton America/Winnipeg America/Halifax America/St_Johns America/Regina",
  ID: "Asia/Jakarta Asia/Makassar Asia/Jayapura",
  KZ: "Asia/Almaty",
  MX: "America/Mexico_City America/Tijuana America/Monterrey America/Cancun America/Hermosillo",
  RU: "Europe/Moscow Asia/Yekaterinburg Asia/Novosibirsk Asia/Vladivostok Europe/Samara Asia/Krasnoyarsk",
  US: "America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix America/Anchorage Pacific/Honolulu",
};
