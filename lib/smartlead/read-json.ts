/**
 * An answer's JSON, fit for being stored: PostgreSQL takes no NUL and no half of a surrogate pair.
 * @returns undefined where it is none
 */
export function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return SUSPICIOUS.test(text) ? storable(value) : value;
  } catch {
    return undefined;
  }
}

const SUSPICIOUS = /\\u(?:0000|d[89a-f])/i;

function storable(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [storableText(key), storable(each)]));
}

const storableText = (text: string): string => text.replaceAll("\0", "\uFFFD").toWellFormed();

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
