import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import {
  campaigns,
  categories,
  events,
  leads,
  mailboxes,
  members,
  messages,
  replies,
  reviews,
  teamMembers,
  teams,
  templates,
  templateUses,
  threads,
  workspaces,
} from "@/lib/db/schema";
import { insertBatches } from "@/lib/sandbox/fill/insert-batches";
import { seeded, type Random } from "@/lib/sandbox/random";
import { type Cast, makeCast } from "./make-cast";
import { randomThread, type ThreadParts } from "./random-thread";

/** When the figures are asked for. */
export const ASKED_AT = new Date("2026-11-26T12:34:56.789Z");
const BLOCK = 2_000;

/** A workspace of random threads, and a foreign one beside it, straight in the tables. */
export async function makeInsightWorld(db: Database, seed: string, count: number): Promise<Cast> {
  const random = seeded(seed);
  const cast = makeCast(random);
  const foreign = makeCast(random);
  for (const each of [cast, foreign]) await insertCast(db, each);
  let id = 1_000_000;
  for (let made = 0; made < count; made += BLOCK) {
    const parts = Array.from({ length: Math.min(BLOCK, count - made) }, () =>
      randomThread(random, cast, ++id, ASKED_AT),
    );
    await insertThreads(db, parts);
  }
  await insertThreads(
    db,
    strangers(random, foreign, () => ++id),
  );
  for (const table of ["threads", "messages", "replies", "events", "leads", "template_uses"])
    await db.execute(sql.raw(`analyze ${table}`));
  return cast;
}

const strangers = (random: Random, foreign: Cast, next: () => number) =>
  Array.from({ length: 50 }, () => randomThread(random, foreign, next(), ASKED_AT));

async function insertCast(db: Database, cast: Cast): Promise<void> {
  await db.insert(workspaces).values({ id: cast.workspaceId, kind: "team", name: "Acme" });
  await db.insert(members).values(cast.members);
  await db.insert(teams).values(cast.teams.map(({ id, name }) => ({ id, name, workspaceId: cast.workspaceId })));
  await db
    .insert(teamMembers)
    .values(cast.teams.flatMap(({ id, memberIds }) => memberIds.map((memberId) => ({ teamId: id, memberId }))));
  await db.insert(mailboxes).values(cast.mailboxes);
  await db.insert(campaigns).values(cast.campaigns);
  await db.insert(categories).values(cast.categories);
  await db.insert(templates).values(cast.templates);
}

async function insertThreads(db: Database, parts: ThreadParts[]): Promise<void> {
  await db.transaction(async (tx) => {
    await insertBatches(
      tx,
      leads,
      parts.map(({ lead }) => lead),
    );
    await insertBatches(
      tx,
      threads,
      parts.map(({ thread }) => thread),
    );
    // A message names its reply, and a reply the message it answers: the first have no constraint between them.
    await insertBatches(
      tx,
      messages,
      parts.flatMap((each) => each.messages),
    );
    await insertBatches(
      tx,
      replies,
      parts.flatMap((each) => each.replies),
    );
    await insertBatches(
      tx,
      templateUses,
      parts.flatMap((each) => each.uses),
    );
    await insertBatches(
      tx,
      events,
      parts.flatMap((each) => each.events),
    );
    await insertBatches(
      tx,
      reviews,
      parts.flatMap((each) => each.reviews),
    );
  });
}
