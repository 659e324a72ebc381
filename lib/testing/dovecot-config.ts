import type { MailPorts } from "./mail-ports";

const FOLDERS = ["Sent", "Drafts", "Trash", "Junk", "Archive"];

/**
 * Dovecot 2.3: IMAP, LMTP for Postfix, and its sign-in for Postfix's submission. One setting a line. `isBelowInbox`: folders are called
 * `INBOX.Sent` and so on, as hosters like them.
 */
export function dovecotConfig(
  folder: string,
  { imap, lmtp }: MailPorts,
  { oauth = false, isBelowInbox = false } = {},
): string {
  const folders = FOLDERS.map(
    (name) => `  mailbox ${name} {
    special_use = \\${name}
    auto = subscribe
  }`,
  ).join("\n");
  return `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login${oauth ? " xoauth2" : ""}
auth_failure_delay = 0
auth_cache_size = 0
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~/Maildir
${oauth ? oauthPassdb(folder) : ""}passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
namespace inbox {
  inbox = yes
${isBelowInbox ? "  prefix = INBOX.\n  separator = ." : "  separator = /"}
${folders}
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${imap}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtp}
  }
}
service auth {
  unix_listener ${folder}/queue/private/auth {
    mode = 0666
  }
}
service anvil {
  client_limit = 300
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`;
}

const oauthPassdb = (folder: string) => `passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = ${folder}/oauth2.conf
}
`;

/** How Dovecot asks an OAuth2 server whose a token is (RFC 7662). */
export const dovecotOauthConfig = (introspection: string): string => `introspection_mode = post
introspection_url = ${introspection}
username_attribute = username
active_attribute = active
active_value = true
`;
