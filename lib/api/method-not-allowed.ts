/** Handlers for the methods that an address of the API does not have, and for OPTIONS, which says what it has. HEAD follows GET. */
export function methodNotAllowed<Method extends string>(allowed: string, methods: readonly Method[]) {
  const tell = () => new Response(null, { status: 204, headers: { allow: `${allowed}, OPTIONS` } });
  const refuse = () =>
    Response.json(
      { statusCode: 405, error: "Method Not Allowed", message: "Method Not Allowed" },
      { status: 405, headers: { allow: allowed, "cache-control": "no-store" } },
    );
  const refused = Object.fromEntries(methods.map((method) => [method, refuse])) as Record<Method, () => Response>;
  return { ...refused, OPTIONS: tell };
}

export const ALL_BUT_POST = ["GET", "PUT", "PATCH", "DELETE"] as const;
export const ALL_BUT_GET = ["POST", "PUT", "PATCH", "DELETE"] as const;
