/**
 * Where the n-th vector aims: `url` at a server that writes down who asks (`host` its host and port), `own` at a path of this app
 * (`app` its origin) that nothing else asks for; `run` is a script that cannot be overlooked.
 */
export type Aim = { n: number; url: string; host: string; own: string; app: string; run: string };

/** A piece of mail that tries something: what it tries, and how it is written for an aim; in a text `{url}` and the like stand for the aim's parts. */
export type Vector = [name: string, written: string | ((aim: Aim) => string), trait?: "picture" | "tracker"];

/** @param n its number, which is in all that it asks for and runs */
export const aimOf = (n: number, { server, app }: { server: string; app: string }): Aim => ({
  n,
  url: `${server}/h${n}`,
  host: new URL(server).host,
  own: `/hostile/h${n}`,
  app,
  run: `alert(top.ran=${n})`,
});

/** A vector's text for an aim. */
export const written = (vector: Vector, aim: Aim): string =>
  typeof vector[1] === "string"
    ? vector[1].replaceAll(/\{(n|url|host|own|app|run)\}/g, (_whole, part: keyof Aim) => String(aim[part]))
    : vector[1](aim);

export const base64 = (text: string | Buffer): string => Buffer.from(text).toString("base64");

/** Each character as a numeric entity. */
export const inEntities = (text: string): string => Array.from(text, (char) => `&#${char.codePointAt(0)};`).join("");
