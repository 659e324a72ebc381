import type { Party } from "@/lib/domain/party";

/** A line of a message's head: who, each with the real address. */
export function PartyLine({ name, parties }: { name: string; parties: Party[] }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {parties.map((party, index) => (
          <span key={index} className="block">
            {party.name ? (
              <>
                <bdi>{party.name}</bdi> <span className="text-text-3">&lt;{party.address}&gt;</span>
              </>
            ) : (
              party.address
            )}
          </span>
        ))}
      </dd>
    </>
  );
}
