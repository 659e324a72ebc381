/** What commonly keeps a mail server from being used, as far as an error tells it. */
export type ConnectionFault =
  | "port_closed"
  | "unreachable"
  | "no_greeting"
  | "timeout"
  | "hung_up"
  | "no_tls_here"
  | "no_starttls"
  | "certificate_unknown"
  | "certificate_expired"
  | "certificate_name";

/** In this order: the first that fits says most. Names of Node's and OpenSSL's errors, and the words of imapflow and nodemailer. */
const SIGNS: [ConnectionFault, RegExp][] = [
  ["certificate_expired", /CERT_HAS_EXPIRED|certificate has expired/i],
  ["certificate_name", /ALTNAME|does not match certificate/i],
  ["certificate_unknown", /SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|CERT_UNTRUSTED|self.signed certificate/i],
  ["no_starttls", /does not support (required )?STARTTLS|STARTTLS: 50[02]/i],
  ["no_tls_here", /wrong version number|WRONG_VERSION_NUMBER|packet length too long|unknown protocol/i],
  ["port_closed", /ECONNREFUSED/],
  ["unreachable", /EHOSTUNREACH|ENETUNREACH|EHOSTDOWN/],
  ["no_greeting", /GREETING_TIMEOUT|receive greeting|greeting never received/i],
  ["timeout", /ETIMEDOUT|timed? ?out|TIMEOUT/i],
  ["hung_up", /ECONNRESET|EPIPE|connection closed|closed unexpectedly|unexpected (socket )?close/i],
];

/**
 * @param said `response`: what the server answered with; of that only its answer to STARTTLS is read
 * @returns null where the server's own words say more
 */
export function connectionFaultOf(said: {
  message?: string | undefined;
  code?: string | undefined;
  originalCode?: string | undefined;
  command?: string | undefined;
  response?: string | false | undefined;
}): ConnectionFault | null {
  const { message = "", code = "", originalCode = "", command = "", response } = said;
  const whole = `${code} ${originalCode} ${command}: ${message}`;
  if (response && !whole.includes("STARTTLS")) return null;
  return SIGNS.find(([, sign]) => sign.test(whole))?.[0] ?? null;
}
