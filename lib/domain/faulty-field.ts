type Fault = { stateReason: string | null; stateDetail: string | null };
export type FaultyField = "imapPassword" | "smtpPassword" | "imapHost" | "imapPort" | "imapSecurity";

/** Which field of a mailbox's connection its failure speaks of: the one that most likely has to be put right. */
export function faultyField({ stateReason, stateDetail }: Fault): FaultyField {
  if (stateReason === "sending") return "smtpPassword";
  if (stateReason === "name" || stateReason === "network" || stateReason === "tls")
    return OF_DETAIL[stateDetail ?? ""] ?? (stateReason === "tls" ? "imapSecurity" : "imapHost");
  return "imapPassword";
}

/** By `ConnectionFault`; what is not here is the server's as a whole. */
const OF_DETAIL: Partial<Record<string, FaultyField>> = {
  port_closed: "imapPort",
  no_greeting: "imapSecurity",
  certificate_unknown: "imapHost",
  certificate_expired: "imapHost",
  certificate_name: "imapHost",
};
