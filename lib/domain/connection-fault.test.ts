import { expect, test } from "vitest";
import { connectionFaultOf } from "./connection-fault";

/** As nodemailer puts it. */
const answered = (message: string, response: string) => ({
  message: `${message}: ${response}`,
  command: "CONN",
  response,
});

test.each([
  ["port_closed", { message: "connect ECONNREFUSED 10.0.0.9:993", code: "ECONNREFUSED" }],
  ["unreachable", { message: "connect ENETUNREACH 10.0.0.9:993" }],
  ["no_greeting", { message: "Failed to receive greeting from server in required time. Maybe should use TLS?" }],
  ["no_greeting", { message: "Greeting never received", code: "ETIMEDOUT" }],
  ["timeout", { message: "Connection timeout", code: "ETIMEDOUT" }],
  ["hung_up", { message: "read ECONNRESET", code: "ECONNRESET" }],
  [
    "no_tls_here",
    { message: "40FD:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:x.c:77:" },
  ],
  ["no_starttls", { message: "Server does not support STARTTLS" }],
  ["no_starttls", { message: "502 5.5.1 Error: command not implemented", code: "ETLS", command: "STARTTLS" }],
  ["certificate_unknown", { message: "self-signed certificate", code: "DEPTH_ZERO_SELF_SIGNED_CERT" }],
  ["certificate_expired", { message: "certificate has expired", code: "ESOCKET", originalCode: "CERT_HAS_EXPIRED" }],
  ["certificate_name", { message: "Hostname/IP does not match certificate's altnames: Host: a. is not b" }],
  [null, { message: "421 4.3.2 Service shutting down" }],
  [null, answered("Invalid greeting. response=554 5.7.1 Your address is blocked", "554 5.7.1 Your address is blocked")],
  [null, answered("Connection closed unexpectedly", "421 4.7.0 Too many connections, connection closed")],
  ["no_starttls", { ...answered("Error upgrading connection with STARTTLS", "502 5.5.1 No"), command: "STARTTLS" }],
  [null, { message: "STARTTLS is not possible after a PREAUTH greeting" }],
  [null, { message: "certificate is not yet valid", code: "CERT_NOT_YET_VALID" }],
  [null, { message: "" }],
] as const)("%s is read from what Node and the libraries say of it (%o)", (fault, said) => {
  expect(connectionFaultOf(said)).toBe(fault);
});
