import { MAILBOXES, MEMBERS, signatureOf } from "../people/cast";
import type { OwnMailbox } from "../story/write-thread";

/** A mailbox of the cast with its owner's name and signature. */
export function ownMailbox(index: number): OwnMailbox {
  const mailbox = MAILBOXES[index]!;
  const owner = MEMBERS.find((member) => member.key === mailbox.owner)!;
  return {
    address: mailbox.address,
    name: owner.name,
    ownerKey: owner.key,
    signatureHtml: signatureOf(mailbox, owner.name),
    signatureText: [owner.name, `${mailbox.job} · Wattlark`, mailbox.phone].filter(Boolean).join("\n"),
  };
}
