/** What somebody does in a thread that they have open; writing outranks viewing. */
export const PRESENCES = ["viewing", "writing"] as const;
export type Presence = (typeof PRESENCES)[number];

/** For how long a window counts that was heard of, in ms. */
export const PRESENCE_MS = 60_000;
/** How many windows of one member count at most, the newest first. */
export const MOST_WINDOWS = 20;
/** How often a window says that it is still there, in ms. */
export const HEARTBEAT_MS = 25_000;

export type PresentMember = { id: string; name: string; state: Presence };
/** Who else has a thread open, those first who write. */
export type PresentThread = { threadId: number; members: PresentMember[] };

type Heard = PresentMember & { threadId: number };

/** Threads with whom they are open at: each member once, with the most that any of their windows does. */
export function presentThreads(heard: Heard[]): PresentThread[] {
  const threads = new Map<number, Map<string, PresentMember>>();
  for (const { threadId, ...member } of heard) {
    const members = threads.get(threadId) ?? new Map<string, PresentMember>();
    if (member.state === "writing" || !members.has(member.id)) members.set(member.id, member);
    threads.set(threadId, members);
  }
  return [...threads].map(([threadId, members]) => ({ threadId, members: [...members.values()].toSorted(inOrder) }));
}

const inOrder = (a: PresentMember, b: PresentMember): number =>
  PRESENCES.indexOf(b.state) - PRESENCES.indexOf(a.state) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id);

/** Who is to be named: of those who do the most the first, and how many others do it; null for nobody. */
export function namedPresence(members: PresentMember[] = []): { name: string; others: number; state: Presence } | null {
  const [first] = members;
  if (!first) return null;
  const others = members.filter(({ state }) => state === first.state).length - 1;
  return { name: firstName(first.name), others, state: first.state };
}

/** What colleagues call somebody; an address or a name of one word stays whole. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] || name;
