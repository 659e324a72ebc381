import { Avatar } from "@/components/ui/avatar";
import { PresenceMark, usePresenceWords } from "./presence-mark";
import { usePresent } from "./use-present";

/** Beside a thread's title: who else has it open, told politely when that changes. Where there is little room the words are enough. */
export function ThreadPresence({ threadId }: { threadId: number }) {
  const members = usePresent().get(threadId) ?? [];
  const words = usePresenceWords();
  return (
    <>
      {members.length > 0 ? (
        <span className="flex max-w-[calc(100%-3.875rem)] min-w-0 shrink-0 items-center gap-1.5">
          <span className="flex -space-x-1 @max-md:hidden">
            {members.slice(0, MOST_FACES).map(({ id, name }) => (
              <Avatar key={id} name={name} size="md" className="ring-2 ring-surface" />
            ))}
          </span>
          <PresenceMark members={members} className="text-12" />
        </span>
      ) : null}
      <output className="sr-only">{words(members)}</output>
    </>
  );
}

const MOST_FACES = 3;
