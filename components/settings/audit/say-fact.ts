import type { EventFact } from "@/lib/services/audit/schemas";

type Words = {
  (key: "said.reason", values: { value: string; count: number }): string;
  (key: "value.sent"): string;
  has: (key: "value.sent") => boolean;
};

/** A fact of an entry in the reader's words; a value without words is said as it is called. */
export function sayFact(t: Words, { key, value }: EventFact): string {
  const known = `value.${value}` as "value.sent";
  const word = t.has(known) ? t(known) : value;
  return t(`said.${key}` as "said.reason", { value: word, count: Number(value) });
}
