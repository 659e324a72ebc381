import type { MailPorts } from "./mail-ports";

/** A Postfix that knows its own folder only: our domains go to Dovecot, everything else is refused. */
export function postfixMain(
  folder: string,
  { lmtp }: MailPorts,
  { domains, largest }: { domains: string[]; largest: number },
): string {
  return `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/postfix-data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.test
mydestination =
mynetworks =
local_transport = error:no local delivery
default_transport = error:nothing leaves this machine
alias_maps =
alias_database =
virtual_mailbox_domains = ${domains.join(", ")}
virtual_transport = lmtp:inet:127.0.0.1:${lmtp}
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_recipient_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_sasl_type = dovecot
smtpd_sasl_path = private/auth
smtpd_client_restrictions =
disable_vrfy_command = yes
maillog_file = ${folder}/postfix.log
maillog_file_prefixes = ${folder}
message_size_limit = ${largest}
mailbox_size_limit = 0
smtpd_peername_lookup = no
smtp_host_lookup = native
`;
}

/** No chroot, so that no file of the system is copied anywhere. */
export function postfixMaster({ submission, smtp }: MailPorts): string {
  return `127.0.0.1:${smtp} inet n - n - - smtpd
127.0.0.1:${submission} inet n - n - - smtpd
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_client_restrictions=permit_sasl_authenticated,reject
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
local unix - n n - - local
virtual unix - n n - - virtual
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;
}
