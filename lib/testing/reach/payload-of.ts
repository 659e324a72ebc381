import { isValidElement } from "react";

/**
 * What a page sends to the browser, as text: its server components run, and those of the browser stand as what they are given.
 * Throws what Next throws to lead elsewhere.
 */
export async function payloadOf(drawn: unknown): Promise<string> {
  return JSON.stringify(await given(drawn));
}

async function given(part: unknown): Promise<unknown> {
  if (part instanceof Promise) return given(await part);
  if (Array.isArray(part)) return Promise.all(part.map(given));
  if (isValidElement(part)) {
    const { type, props } = part as { type: unknown; props: Record<string, unknown> };
    return given(isOfServer(type) ? await type(props) : props);
  }
  if (typeof part !== "object" || part === null || part instanceof Date) return part;
  const entries = Object.entries(part).map(async ([name, value]) => [name, await given(value)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** Only components of the server ask, and who asks must wait. */
const isOfServer = (type: unknown): type is (props: unknown) => Promise<unknown> =>
  typeof type === "function" && type.constructor.name === "AsyncFunction";
