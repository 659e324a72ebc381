import { isExemptHost } from "@/lib/core/egress";
import { AppError, type FieldProblem } from "@/lib/core/errors";

type Servers = {
  imapHost: string;
  imapPort: number;
  imapSecurity: string;
  smtpHost: string;
  smtpPort: number;
  smtpSecurity: string;
};

/** No password travels without TLS, except to servers that the operator named. @throws AppError `invalid` with the fields */
export function refuseOpenServers(input: Servers): void {
  const fields: FieldProblem[] = [];
  if (input.imapSecurity === "none" && !isExemptHost(input.imapHost, input.imapPort))
    fields.push({ path: "imapSecurity", reason: "tls_required" });
  if (input.smtpSecurity === "none" && !isExemptHost(input.smtpHost, input.smtpPort))
    fields.push({ path: "smtpSecurity", reason: "tls_required" });
  if (fields.length > 0) throw new AppError("invalid", { fields });
}
