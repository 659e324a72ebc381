import type { ReplyRow } from "./reply-row";

/** Who gives the order for a reply from here on: a person, where it was a step of the machine's. */
export const byPerson = (origin: ReplyRow["origin"]): ReplyRow["origin"] =>
  origin === "machine" ? "composer" : origin;
