/**
 * How far the writer's clock was ahead of UTC by a Date header (RFC 5322 §3.3, §4.3), in minutes. Null where it does not say:
 * `-0000` is a time of nowhere, and what stands as GMT, UT or Z was put there by a machine.
 */
export function dateOffsetOf(header: string): number | null {
  const zone = /\d{1,2}:\d{2}(?::\d{2})?\s*(?:([+-])(\d{2}):?(\d{2})(?!\d)|([A-Z]{3})\b)/u.exec(header.slice(0, 200));
  if (!zone) return null;
  const [, sign, hours, minutes, name] = zone;
  if (name) return OBSOLETE[name] ?? null;
  const total = Number(hours) * 60 + Number(minutes);
  if (total > MOST || Number(minutes) > 59 || (sign === "-" && total === 0)) return null;
  return sign === "-" ? -total : total;
}

/** No place is further from UTC. */
const MOST = 14 * 60;

/** The zones that RFC 5322 §4.3 still lets be written by name. */
const OBSOLETE: Record<string, number> = {
  EDT: -240,
  EST: -300,
  CDT: -300,
  CST: -360,
  MDT: -360,
  MST: -420,
  PDT: -420,
  PST: -480,
};
