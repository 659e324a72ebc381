/** By what the audit log can be narrowed. `settings` is everything that no other group has. */
export const EVENT_GROUPS = ["signIn", "team", "sending", "threads", "export", "settings"] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

type Members = { kinds: readonly string[]; nouns: readonly string[] };

/** What belongs to a group: whole kinds first, else by the noun before the dot. */
export const GROUP_MEMBERS: Record<Exclude<EventGroup, "settings">, Members> = {
  signIn: {
    kinds: ["member.signed_in", "member.signed_out", "member.sign_in_refused", "member.provider_linked"],
    nouns: [],
  },
  export: {
    kinds: ["files.exported", "message.source_exported", "thread.printed", "audit.exported", "insights.exported"],
    nouns: ["import"],
  },
  team: { kinds: [], nouns: ["member", "team", "client", "access", "absence", "workspace"] },
  sending: { kinds: ["message.forwarded"], nouns: ["reply", "follow_ups", "review"] },
  threads: { kinds: [], nouns: ["thread", "lead", "draft", "reminder", "note", "task", "message"] },
};

/** The group that an event is listed in. */
export function groupOfEvent(kind: string): EventGroup {
  const groups = Object.entries(GROUP_MEMBERS) as [Exclude<EventGroup, "settings">, Members][];
  const noun = kind.split(".")[0]!;
  const byKind = groups.find(([, { kinds }]) => kinds.includes(kind));
  return (byKind ?? groups.find(([, { nouns }]) => nouns.includes(noun)))?.[0] ?? "settings";
}
