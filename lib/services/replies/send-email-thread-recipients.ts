import { AppError } from "@/lib/core/errors";
import { addressKey, parseAddressList, sameAddress } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";
import type { SendEmailThreadInput } from "./schemas";

export type Recipients = { to: Party[]; cc: Party[]; bcc: Party[] };

type Addressed = Pick<SendEmailThreadInput, "toEmail" | "toFirstName" | "toLastName" | "cc" | "bcc">;

const MAX_RECIPIENTS = 100;

/**
 * Who gets the reply: exactly whom the input names, each once (To before Cc before Bcc), or the lead alone when it names
 * nobody. Nothing is carried over from the thread.
 */
export function recipientsOf(input: Addressed, lead: Party): Recipients {
  const seen = new Set<string>();
  const fresh = (parties: Party[]) =>
    parties.filter(({ address }) => !seen.has(addressKey(address)) && seen.add(addressKey(address)));
  const named = input.toEmail === undefined ? [lead] : partiesOf(input.toEmail, "toEmail");
  const to = fresh(named.map((party, index) => (index === 0 ? withName(party, input, lead) : party)));
  const cc = fresh(partiesOf(input.cc ?? "", "cc"));
  const bcc = fresh(partiesOf(input.bcc ?? "", "bcc"));
  if (to.length === 0) throw new AppError("invalid", { fields: [{ path: "toEmail", reason: "empty" }] });
  if (seen.size > MAX_RECIPIENTS)
    throw new AppError("invalid", {
      fields: [{ path: "cc", reason: "too_many", values: { maximum: MAX_RECIPIENTS } }],
    });
  return { to, cc, bcc };
}

/** The field that an address stands in, for a complaint about it. */
export function fieldOf(address: string, { to, cc }: Recipients): "toEmail" | "cc" | "bcc" {
  const stands = (parties: Party[]) => parties.some((party) => sameAddress(party.address, address));
  if (stands(to)) return "toEmail";
  return stands(cc) ? "cc" : "bcc";
}

function withName(party: Party, { toFirstName, toLastName }: Addressed, lead: Party): Party {
  const given = [toFirstName, toLastName]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(" ");
  if (given) return { ...party, name: given };
  return party.name === "" && sameAddress(party.address, lead.address) ? { ...party, name: lead.name } : party;
}

/** The schema has refused bad lists before; this is for callers that did not come through it. */
function partiesOf(list: string, path: string): Party[] {
  if (list.trim() === "") return [];
  const { parties, bad } = parseAddressList(list);
  if (bad.length > 0)
    throw new AppError("invalid", {
      fields: bad.map(({ text }) => ({ path, reason: "address", values: { address: text } })),
    });
  return parties;
}
