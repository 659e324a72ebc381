import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** Rarer statements are planned each time: a name costs memory in every connection that used it. */
const OFTEN = 3;
const MOST_COUNTED = 2_000;
const MOST_NAMED = 400;
/** Lists of any length make a text of their own for each length. */
const MOST_VALUES = 64;
/**
 * What is best planned for its values each time: a search, whose way hangs on its words, and whatever has a list as a value, which
 * PostgreSQL looks up by hashing where it knows the list, and one by one where it does not. A list that is written out makes a text of
 * its own for each length. Several lists that are unnested side by side are rows to go through, however many there are.
 */
const NEEDS_VALUES =
  /@@|\bunnest\s*\(\s*\$\d+(::[\w[\]]+)?\s*\)|\b(any|all|json\w*_to_recordset|json\w*_array_elements\w*)\s*\(\s*\$|\bin \((\$\d+, ){3}/;

/** What makes a text of its own for each length, or hangs on the words that are searched for. */
const VARIES = /@@|\bin \((\$\d+, ){3}|\bunion all select \$/;

type Named = {
  isToKeep: (text: string) => boolean;
  prefix: string;
  uses: Map<string, number>;
  names: Map<string, string>;
};
const named = (prefix: string, isToKeep: Named["isToKeep"]): Named => ({
  isToKeep,
  prefix,
  uses: new Map(),
  names: new Map(),
});
const usual = named("s", (text) => !NEEDS_VALUES.test(text));
const lookedUp = named("l", (text) => !VARIES.test(text));
const lookingUp = new AsyncLocalStorage<true>();

/**
 * For work that asks the same many times, where lists only say what is to be looked up by an index: one by one is the way for those,
 * and their statements keep their plans as well.
 */
export const keepingPlans = <Result>(work: () => Promise<Result>): Promise<Result> => lookingUp.run(true, work);

/**
 * A name for a statement that this process sends often, under which each connection keeps it parsed and planned
 * (PostgreSQL, "PREPARE": a plan for all values is taken from the sixth time on, if it is expected to be no dearer than one for each).
 * @returns null for one that is rare so far, that is better planned for its values, or for which there is no room
 */
export function nameOfStatement(text: string): string | null {
  const { isToKeep, prefix, uses, names } = lookingUp.getStore() ? lookedUp : usual;
  const name = names.get(text);
  if (name !== undefined) return name;
  if (names.size >= MOST_NAMED || !isToKeep(text)) return null;
  const used = (uses.get(text) ?? 0) + 1;
  uses.delete(text);
  if (used < OFTEN) {
    uses.set(text, used);
    const [oldest] = uses.keys();
    if (uses.size > MOST_COUNTED) uses.delete(oldest!);
    return null;
  }
  const given = `${prefix}${names.size + 1}`;
  names.set(text, given);
  return given;
}

/** A connection that names what is sent often; else `pg.Client`. */
export class NamingClient extends pg.Client {
  // All the ways of calling the one above it; what comes back is its.
  override query(...given: unknown[]): never {
    const [config, ...rest] = given;
    return super.query(...([withName(config, rest[0]), ...rest] as unknown as [never])) as never;
  }
}

/** What has values is sent in the extended protocol, where it can have a name. */
function withName(config: unknown, values: unknown): unknown {
  if (!Array.isArray(values) || values.length === 0 || values.length > MOST_VALUES) return config;
  if (typeof config !== "object" || config === null || !("text" in config) || typeof config.text !== "string")
    return config;
  if ("name" in config && config.name !== undefined) return config;
  const name = nameOfStatement(config.text);
  return name === null ? config : { ...config, name };
}
