/** Not yet among TypeScript's own types. */
type WithWeek = Intl.Locale & { getWeekInfo?: () => { weekend: number[] }; weekInfo?: { weekend: number[] } };

/** The days of the week (1 is Monday) on which a country (ISO 3166) rests; Saturday and Sunday where nothing is known. */
export function weekendOf(country: string | null): number[] {
  if (country === null || !/^[A-Z]{2}$/.test(country)) return [6, 7];
  const locale = new Intl.Locale(`und-${country}`) as WithWeek;
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.weekend ?? [6, 7];
}
