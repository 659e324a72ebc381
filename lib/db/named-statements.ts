import pg from "pg";

/** Rarer statements are planned each time: a name costs memory in every connection that used it. */
const OFTEN = 3;
const MOST_COUNTED = 2_000;
const MOST_NAMED = 400;
/** Lists of any length make a text of their own for each length. */
const MOST_VALUES = 64;
/** What a search finds depends on its words, and so does the best way to it: it is planned for each. */
const DEPENDS_ON_WORDS = /@@/;

const uses = new Map<string, number>();
const names = new Map<string, string>();

/**
 * A name for a statement that this process sends often, under which each connection keeps it parsed and planned
 * (PostgreSQL, "PREPARE": a plan for all values is taken from the sixth time on, if it is no dearer than one for each).
 * @returns null for one that is rare so far, that is better planned for its values, or for which there is no room
 */
export function nameOfStatement(text: string): string | null {
  const name = names.get(text);
  if (name !== undefined) return name;
  if (names.size >= MOST_NAMED || DEPENDS_ON_WORDS.test(text)) return null;
  const used = (uses.get(text) ?? 0) + 1;
  uses.delete(text);
  if (used < OFTEN) {
    uses.set(text, used);
    const [oldest] = uses.keys();
    if (uses.size > MOST_COUNTED) uses.delete(oldest!);
    return null;
  }
  const given = `s${names.size + 1}`;
  names.set(text, given);
  return given;
}

/** A connection that names what is sent often; else `pg.Client`. */
export class NamingClient extends pg.Client {
  // All the ways of calling the one above it; what comes back is its.
  override query(...given: unknown[]): never {
    const [config, ...rest] = given;
    return super.query(...([named(config, rest[0]), ...rest] as unknown as [never])) as never;
  }
}

/** What has values is sent in the extended protocol, where it can have a name. */
function named(config: unknown, values: unknown): unknown {
  if (!Array.isArray(values) || values.length === 0 || values.length > MOST_VALUES) return config;
  if (typeof config !== "object" || config === null || !("text" in config) || typeof config.text !== "string")
    return config;
  if ("name" in config && config.name !== undefined) return config;
  const name = nameOfStatement(config.text);
  return name === null ? config : { ...config, name };
}
