/** A call as the fake's routes see it. */
export type FakeCall = {
  method: string;
  /** Behind `/api/v1`. */
  path: string;
  query: URLSearchParams;
  /** The JSON that came; null for none. */
  body: Record<string, unknown> | null;
  now: Date;
};
export type FakeAnswer = { status: number; type?: string; headers?: Record<string, string>; body: string };
/** Null where the path is not this route's. */
export type FakeRoute = (call: FakeCall) => FakeAnswer | null;

export const json = (status: number, value: unknown): FakeAnswer => ({
  status,
  type: "application/json; charset=utf-8",
  body: JSON.stringify(value),
});

export const badRequest = (message: string): FakeAnswer =>
  json(400, { statusCode: 400, error: "Bad Request", message });

/** The types that a body may have; "!" marks what must be there. */
export type Shape = Record<string, `${"string" | "number" | "boolean" | "array" | "any"}${"" | "!" | "?"}`>;

/** Refuses as Smartlead's validation does: unknown keys, wrong types, empty texts. `?` may be null. @returns null when all is well */
export function refuseBody(body: Record<string, unknown> | null, shape: Shape): FakeAnswer | null {
  const given = body ?? {};
  for (const [name, rule] of Object.entries(shape)) {
    const value = given[name];
    const type = rule.replace(/[!?]$/, "");
    if (value === undefined || (value === null && rule.endsWith("?"))) {
      if (rule.endsWith("!")) return badRequest(`"${name}" is required`);
      continue;
    }
    const isRight = type === "any" || (type === "array" ? Array.isArray(value) : typeof value === type);
    if (!isRight) return badRequest(`"${name}" must be ${type === "array" ? "an" : "a"} ${type}`);
    if (value === "") return badRequest(`"${name}" is not allowed to be empty`);
  }
  const unknown = Object.keys(given).find((name) => !(name in shape));
  return unknown === undefined ? null : badRequest(`"${unknown}" is not allowed`);
}
