import type { ActionResult } from "@/lib/actions/action";

/** What an action answers. A server that does not answer refuses like any other, so that whoever asked stays where they are and is told. */
export const answerOf = <Data>(asked: Promise<ActionResult<Data>>): Promise<ActionResult<Data>> =>
  asked.catch(() => ({ ok: false, error: { code: "unavailable" } }));
