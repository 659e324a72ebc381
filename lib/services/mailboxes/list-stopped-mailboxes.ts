import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { mailboxes, members } from "@/lib/db/schema";
import type { MailboxTrouble, StoppedMailbox } from "@/lib/domain/mailbox-health";
import { ROLES } from "@/lib/domain/roles";
import { roleMay } from "@/lib/domain/permissions";
import { mailboxesOf } from "@/lib/services/access/mailboxes-of";
import { may, type Context } from "@/lib/services/context";

const MOST_KEEPERS = 5;

/** The mailboxes that fail or are disabled, the longest first, and who can mend them: everybody's to know, since replies wait for them. */
export async function listStoppedMailboxes({ actor, db }: Context): Promise<MailboxTrouble> {
  may(actor, "mailbox.read");
  const { workspaceId } = actor;
  const rows = await db
    .select()
    .from(mailboxes)
    .where(and(mailboxesOf(actor), isNull(mailboxes.removedAt)))
    .orderBy(asc(mailboxes.stateSince), asc(mailboxes.address));
  const keepers = await db
    .select({ name: members.name, email: members.email })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        isNull(members.deactivatedAt),
        inArray(
          members.role,
          ROLES.filter((role) => roleMay(role, "mailbox.manage")),
        ),
      ),
    )
    .orderBy(asc(members.name))
    .limit(MOST_KEEPERS);
  return {
    mailboxes: rows.map(stoppedView).filter((stopped) => stopped !== null),
    connected: rows.filter(({ state, disabledAt }) => state === "connected" && !disabledAt).map(({ id }) => id),
    keepers,
  };
}

function stoppedView(row: typeof mailboxes.$inferSelect): StoppedMailbox | null {
  const { id, address, signIn, stateReason: reason, stateSince } = row;
  const state = row.disabledAt ? "disabled" : row.state;
  if (state !== "failing" && state !== "disabled") return null;
  return { id, address, signIn, state, reason, since: stateSince.toISOString() };
}
