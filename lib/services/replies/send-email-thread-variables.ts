import { AppError } from "@/lib/core/errors";
import type { leads } from "@/lib/db/schema";
import { fillVariables } from "@/lib/domain/fill-variables";
import type { Actor } from "../context";
import { variableSource } from "../templates/variable-source";
import type { ReplyTarget } from "./send-email-thread-target";

/**
 * The body with its variables filled in, as it is stored and leaves. A placeholder is never sent as it stands.
 * @param path the field of the input that the body stands in
 * @throws AppError `invalid` that names each variable without a value and a fallback
 */
export function filledBody(
  actor: Actor,
  bodyHtml: string,
  lead: typeof leads.$inferSelect | null,
  { campaign, mailbox }: Pick<ReplyTarget, "mailbox"> & { campaign: { name: string } | null },
  path = "emailBody",
): string {
  const { html, unresolved } = fillVariables(
    bodyHtml,
    variableSource({ lead: lead ?? NOBODY, campaign, mailbox, author: actor }),
  );
  if (unresolved.length === 0) return html;
  const fields = unresolved.map((name) => ({ path, reason: "unresolved_variable", values: { name } }));
  throw new AppError("invalid", { fields });
}

/** A stranger's message that is passed on has no lead to speak of. */
const NOBODY = {
  firstName: "",
  lastName: "",
  email: "",
  company: "",
  title: "",
  phone: "",
  website: "",
  linkedin: "",
  location: "",
  customFields: {},
};
