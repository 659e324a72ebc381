import type { CellProblem } from "@/lib/domain/import-report";
import type { MailboxRow } from "@/lib/services/mailboxes/mailbox-view";
import { refuseOpenServers } from "@/lib/services/mailboxes/refuse-open-servers";
import type { MailboxRowValues } from "./mailbox-row-schema";
import type { MergedMailbox } from "./merged-mailbox";
import { problemsThrown, type ColumnOf } from "./planned-row";

type Planned = { former: MailboxRow | null; value: MailboxRowValues; values: MergedMailbox; columnOf: ColumnOf };

/** Why a row cannot be taken as it stands, given the mailbox that it would change. */
export function mailboxProblems({ former, value, values, columnOf }: Planned): CellProblem[] {
  const column = columnOf("address");
  if (former?.engine === "sandbox") return [{ column, reason: "sandbox" }];
  if (former?.removedAt) return [{ column, reason: "mailbox_removed" }];
  const problems: CellProblem[] = [];
  for (const side of ["imap", "smtp"] as const) {
    const host = values[`${side}Host`];
    const password = values[`${side}Password`];
    const isMoved = former !== null && former[`${side}Host`] !== host;
    const isGiven = Boolean(value[`${side}Password`] ?? value.password);
    if (!host) problems.push({ column: columnOf(`${side}Host`), reason: "host_needed", values: { side } });
    if (former && former.signIn !== "password") {
      if (isMoved) problems.push({ column: columnOf(`${side}Host`), reason: "signs_in_elsewhere" });
    } else if (password === null)
      problems.push({ column: passwordColumn(side, columnOf), reason: "password_missing", values: { side } });
    else if (isMoved && !isGiven) problems.push({ column: passwordColumn(side, columnOf), reason: "password_needed" });
  }
  const { imapHost, smtpHost } = values;
  if (problems.length > 0 || !imapHost || !smtpHost) return problems;
  return problemsThrown(() => refuseOpenServers({ ...values, imapHost, smtpHost }), columnOf);
}

const passwordColumn = (side: "imap" | "smtp", columnOf: ColumnOf) =>
  columnOf(`${side}Password`) ?? columnOf("password");
