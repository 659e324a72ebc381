import { z } from "zod";

const onOff = z.enum(["on", "off"], { error: "must be on or off" });
const port = z.coerce
  .number({ error: "must be a port number" })
  .int("must be a whole number")
  .min(0, "must lie between 0 and 65535")
  .max(65535, "must lie between 0 and 65535");
const secret = z.string().min(16, "needs at least 16 characters");
const printable = z.string().regex(/^[\x21-\x7e]{16,128}$/, "needs 16 to 128 printable characters without spaces");
const hosts = z
  .string()
  .default("")
  .transform((list) =>
    list
      .split(",")
      .map((entry) => entry.trim())
      .filter(Boolean),
  )
  .refine(
    (list) => list.every((entry) => /^(\[[0-9a-f:]+\]|[^\s:]+):\d{1,5}$/i.test(entry)),
    "must be host:port, separated by commas",
  );

/** Each variable with its default; the README's table is checked against these keys by a test. */
export const EnvSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1, "must not be empty").optional(),
  APP_URL: z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional(),
  DATA_DIR: z.string().min(1, "must not be empty").default("./data"),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must begin with postgres:// or postgresql://" })
    .optional(),
  AUTH_SECRET: secret.optional(),
  ENCRYPTION_KEY: secret.optional(),
  /** The key before the last rotation: still read with, never written with. */
  ENCRYPTION_KEY_OLD: secret.optional(),
  SANDBOX: onOff.default("on"),
  SANDBOX_PASSWORD: printable.optional(),
  SANDBOX_API_KEY: printable.optional(),
  ADMIN_EMAIL: z.email({ error: "must be an address" }).optional(),
  ADMIN_PASSWORD: z.string().min(12, "needs at least 12 characters").max(128, "has at most 128 characters").optional(),
  WORKER: onOff.default("on"),
  /** host:port pairs that may be private and without TLS, for every outgoing connection that a member's own word leads to. */
  ALLOW_PRIVATE_HOSTS: hosts,
  /** For tests: the same for pictures in mail, whose addresses strangers choose. They heed nothing of the operator's list. */
  IMAGE_PROXY_ALLOW: hosts,
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  MICROSOFT_CLIENT_ID: z.string().optional(),
  MICROSOFT_CLIENT_SECRET: z.string().optional(),
  /** Whose accounts may sign in: `common`, `organizations` or a directory's id. */
  MICROSOFT_TENANT: z
    .string()
    .regex(/^[\w.-]{1,100}$/, "must be common, organizations or the id of a directory")
    .default("common"),
  /** Where a test's OAuth2 server stands in for both providers. */
  OAUTH_TEST_SERVER: z
    .string()
    .regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/, "must be http://127.0.0.1:port")
    .optional(),
  /** The OpenID provider by which members sign in: the address that stands before /.well-known/openid-configuration. */
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: "must be an http(s) address" })
    .refine(isSafeIssuer, "must be https, or http on this machine, without a query or a fragment")
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What the sign-in page calls the provider. */
  OIDC_NAME: z.string().max(40, "has at most 40 characters").optional(),
  STORAGE: z
    .string()
    .regex(/^(local|s3:\/\/[^\s]+)$/, "must be local or s3://bucket?region=…&endpoint=…")
    .default("local"),
  API_RATE_PER_2S: z.coerce.number().int().positive("must be a positive number").default(10),
  API_RATE_PER_MINUTE: z.coerce.number().int().positive("must be a positive number").default(60),
  SMARTLEAD_BASE_URL: z
    .url({ protocol: /^https?$/, error: "must be an http(s) address" })
    .refine((url) => !/[?#@]/.test(url), "must be an address without a name, a query or a fragment")
    .default("https://server.smartlead.ai/api/v1"),
  SMARTLEAD_PER_TWO_SECONDS: z.coerce.number().int().positive("must be a positive number").default(10),
  SMARTLEAD_PER_MINUTE: z.coerce.number().int().positive("must be a positive number").default(60),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], { error: "is not a level" })
    .default("info"),
});

type Parsed = z.infer<typeof EnvSchema>;
export type Env = Omit<Parsed, "AUTH_SECRET" | "ENCRYPTION_KEY"> & { AUTH_SECRET: string; ENCRYPTION_KEY: string };

/** Reads an environment. An empty variable counts as unset. @returns the values, or one sentence for each wrong variable. */
export function parseEnv(source: Record<string, string | undefined>): { env: Parsed } | { problems: string[] } {
  const given = Object.fromEntries(
    Object.entries(source).filter(([name, value]) => name in EnvSchema.shape && value !== ""),
  );
  const result = EnvSchema.safeParse(given);
  if (result.success) return oidcIsHalf(result.data) ? { problems: [HALF_OIDC] } : { env: result.data };
  return { problems: result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`) };
}

const HALF_OIDC = "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are set all together or not at all.";

const oidcIsHalf = ({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Parsed): boolean =>
  new Set([OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].map((value) => value === undefined)).size > 1;

/** Tokens and the client's secret travel to it. What is no address at all was told already. */
function isSafeIssuer(text: string): boolean {
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return true;
  const { protocol, hostname, search, hash } = new URL(text);
  if (search !== "" || hash !== "") return false;
  return protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

const shared = globalThis as { threadwellEnv?: Env };

/** This process's environment, read once. The starter has set AUTH_SECRET and ENCRYPTION_KEY before. */
export function env(): Env {
  if (shared.threadwellEnv) return shared.threadwellEnv;
  const result = parseEnv(process.env);
  if ("problems" in result) throw new Error(result.problems.join("\n"));
  const { AUTH_SECRET, ENCRYPTION_KEY } = result.env;
  if (!AUTH_SECRET || !ENCRYPTION_KEY)
    throw new Error("AUTH_SECRET and ENCRYPTION_KEY are set by the starter, or by you.");
  return (shared.threadwellEnv = { ...result.env, AUTH_SECRET, ENCRYPTION_KEY });
}

/** The address under which a person reaches the app. */
export const appUrl = (of: Pick<Env, "APP_URL" | "PORT"> = env()): string =>
  (of.APP_URL ?? `http://localhost:${of.PORT}`).replace(/\/$/, "");
