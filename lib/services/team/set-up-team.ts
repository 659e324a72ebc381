import { AppError } from "@/lib/core/errors";
import { hashPassword } from "@/lib/core/password";
import { may, type Context } from "@/lib/services/context";
import { findSandbox } from "@/lib/services/sandbox/find-sandbox";
import { createTeam, type Team } from "./create-team";
import type { SetUpTeamInput } from "./schemas";

/**
 * Makes the real workspace and its first admin. Only the sandbox's admin may ask, only while the sandbox is active
 * (the server then listens on the loopback address alone) and only as long as no team exists.
 * @throws AppError `forbidden` for anybody else, `conflict` (`already_set_up`, `email_taken`)
 */
export async function setUpTeam({ actor, db }: Context, input: SetUpTeamInput): Promise<Team> {
  may(actor, "team.manage");
  const sandbox = await findSandbox(db);
  if (sandbox?.id !== actor.workspaceId) throw new AppError("forbidden", { reason: "sandbox_admin_only" });
  const { password, ...founder } = input;
  const passwordHash = await hashPassword(password);
  return db.transaction((tx) => createTeam(tx, { ...founder, passwordHash }));
}
