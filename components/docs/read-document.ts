/** An OpenAPI document as this page reads it: references resolved, in the order in which it is drawn. */

export type Json = { [key: string]: unknown };

export type DocField = {
  name: string;
  /** The document's own word, such as `string (date-time)` or `array of object`. */
  type: string;
  isRequired: boolean;
  description: string | null;
  limits: DocLimit[];
  fields: DocField[];
};

export type DocLimit =
  | { kind: "oneOf"; values: string[] }
  | { kind: "length" | "items"; minimum: number | null; maximum: number | null }
  | { kind: "above" | "atLeast"; value: number }
  | { kind: "pattern"; pattern: string };

export type DocAnswer = {
  status: string;
  description: string;
  bodies: { mediaType: string; example: unknown; fields: DocField[] }[];
};

export type DocOperation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: (DocField & { in: "path" | "query" | "header"; example: string | null })[];
  body: { fields: DocField[]; example: unknown } | null;
  answers: DocAnswer[];
};

/** The operations of a document, path by path. */
export function readOperations(document: Json): DocOperation[] {
  return Object.entries(document.paths as Json).flatMap(([path, item]) => {
    const { parameters: shared = [], ...methods } = item as Json;
    return Object.entries(methods).map(([method, operation]) =>
      operationOf({ document, path, method, shared: shared as Json[] }, operation as Json),
    );
  });
}

/** The address that the document's paths begin with, such as `/api/v1`. */
export const basePathOf = (document: Json): string => (document.servers as { url: string }[])[0]!.url;

type Place = { document: Json; path: string; method: string; shared: Json[] };

function operationOf({ document, path, method, shared }: Place, operation: Json): DocOperation {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  return {
    id: String(operationId),
    method: method.toUpperCase(),
    path,
    summary: String(summary),
    description: String(description),
    parameters: [...shared, ...(parameters as Json[])].map((each) => parameterOf(document, each)),
    body: requestBody ? bodyOf(document, contentOf(requestBody as Json)["application/json"]!) : null,
    answers: Object.entries(responses as Json).map(([status, answer]) => answerOf(document, status, answer as Json)),
  };
}

function parameterOf(document: Json, parameter: Json): DocOperation["parameters"][number] {
  const { name, required, schema, example, description } = parameter;
  return {
    ...fieldOf(document, String(name), schema as Json, required === true),
    description: textOf(description),
    in: parameter.in as "path" | "query" | "header",
    example: typeof example === "string" || typeof example === "number" ? String(example) : null,
  };
}

const contentOf = (holder: Json): Record<string, Json> => (holder.content ?? {}) as Record<string, Json>;

const bodyOf = (document: Json, media: Json): { fields: DocField[]; example: unknown } => ({
  fields: fieldsOf(document, media.schema as Json),
  example: media.example ?? null,
});

function answerOf(document: Json, status: string, answer: Json): DocAnswer {
  const whole = resolve(document, answer);
  return {
    status,
    description: String(whole.description),
    bodies: Object.entries(contentOf(whole)).map(([mediaType, media]) => ({ mediaType, ...bodyOf(document, media) })),
  };
}

/** Fields of an object, or of the objects of a list. */
function fieldsOf(document: Json, schema: Json): DocField[] {
  const { properties = {}, required = [], items } = resolve(document, schema);
  if (items) return fieldsOf(document, items as Json);
  return Object.entries(properties as Json).map(([name, property]) =>
    fieldOf(document, name, property as Json, (required as string[]).includes(name)),
  );
}

function fieldOf(document: Json, name: string, schema: Json, isRequired: boolean): DocField {
  const whole = resolve(document, schema);
  return {
    name,
    type: typeOf(document, whole),
    isRequired,
    description: textOf(whole.description),
    limits: limitsOf(whole),
    fields: fieldsOf(document, whole),
  };
}

function typeOf(document: Json, schema: Json): string {
  const { type, format, items, anyOf } = schema;
  const either = anyOf as Json[] | undefined;
  if (either) return either.map((each) => typeOf(document, resolve(document, each))).join(" | ");
  if (items) return `${String(type)} of ${typeOf(document, resolve(document, items as Json))}`;
  return typeof format === "string" ? `${String(type)} (${format})` : String(type);
}

function limitsOf(schema: Json): DocLimit[] {
  const { enum: values, minLength, maxLength, minItems, maxItems, exclusiveMinimum, minimum, pattern, format } = schema;
  const limits: DocLimit[] = [];
  const number = (value: unknown) => (typeof value === "number" ? value : null);
  if (Array.isArray(values)) limits.push({ kind: "oneOf", values: values.map(String) });
  if (minLength !== undefined || maxLength !== undefined)
    limits.push({ kind: "length", minimum: number(minLength), maximum: number(maxLength) });
  if (minItems !== undefined || maxItems !== undefined)
    limits.push({ kind: "items", minimum: number(minItems), maximum: number(maxItems) });
  if (typeof exclusiveMinimum === "number") limits.push({ kind: "above", value: exclusiveMinimum });
  if (typeof minimum === "number" && minimum > Number.MIN_SAFE_INTEGER)
    limits.push({ kind: "atLeast", value: minimum });
  // The pattern of a format says less than its name.
  if (typeof pattern === "string" && !format) limits.push({ kind: "pattern", pattern });
  return limits;
}

const textOf = (description: unknown): string | null => (typeof description === "string" ? description : null);

function resolve(document: Json, schema: Json): Json {
  const { $ref } = schema;
  if (typeof $ref !== "string") return schema;
  const found = $ref
    .slice(2)
    .split("/")
    .reduce<unknown>((at, key) => (at as Json)[key], document);
  return found as Json;
}
