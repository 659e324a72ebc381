type Words = { (key: "kinds.member.signed_in"): string; has: (key: "kinds.member.signed_in") => boolean };

/** A kind of event in the reader's words; one without words is said as it is called. */
export function sayEvent(t: Words, kind: string): string {
  const key = `kinds.${kind}` as "kinds.member.signed_in";
  return t.has(key) ? t(key) : kind.replaceAll(/[._]/g, " ");
}
