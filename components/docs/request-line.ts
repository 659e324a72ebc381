import type { DocOperation } from "./read-document";

/** Where the API answers, such as `https://mail.seller.test/api/v1`, and values of parameters that have no example. */
export type RequestPlace = { base: string; values: Record<string, string> };

/** A curl command for an operation that works once KEY is a key; what has no value stands as a word in capitals. */
export function requestLine(operation: DocOperation, { base, values }: RequestPlace): string {
  const valueOf = (name: string, example: string | null): string => values[name] ?? example ?? placeholder(name);
  const named = (place: "path" | "query") => operation.parameters.filter((parameter) => parameter.in === place);
  const path = named("path").reduce(
    (text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(valueOf(name, example))),
    operation.path,
  );
  const query = named("query").map(({ name, example }) => `&${name}=${encodeURIComponent(valueOf(name, example))}`);
  const url = `"${base}${path}?api_key=KEY${query.join("")}"`;
  if (!operation.body) return `curl ${url}`;
  const data = JSON.stringify(operation.body.example, null, 2);
  return [
    `curl -X ${operation.method} ${url}`,
    `-H "Content-Type: application/json"`,
    `-d '${data.replaceAll("'", String.raw`'\''`)}'`,
  ].join(" \\\n  ");
}

const placeholder = (name: string): string => name.toUpperCase();
