import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import { toast } from "@/components/ui/toast";
import { follow } from "@/lib/actions/followers";
import { roleMay } from "@/lib/domain/permissions";
import type { PersonView } from "@/lib/domain/person-view";
import type { ThreadColleagues } from "@/lib/domain/thread-view";
import { colleaguesQuery } from "@/lib/queries/notes";

/** Who follows a thread, and how the viewer begins or ends it: shown at once, and taken back when the server refuses. */
export function useFollowing(threadId: number) {
  const t = useTranslations("notes.follow");
  const queries = useQueryClient();
  const { viewer } = useViewer();
  const query = colleaguesQuery(threadId);
  const { data } = useQuery({ ...query, enabled: roleMay(viewer.role, "note.write") });
  const followers = data?.followers ?? [];
  const isFollowing = followers.some(({ id }) => id === viewer.id);
  const toggle = async () => {
    const on = !isFollowing;
    const me = { id: viewer.id, name: viewer.name };
    queries.setQueryData<ThreadColleagues>(query.queryKey, (known) => known && withFollower(known, me, on));
    const answer = await follow({ threadId, on }).catch(() => null);
    if (answer?.ok) toast(t(on ? "begun" : "ended"), { tone: "good" });
    else toast(t("failed"), { tone: "bad" });
    await queries.invalidateQueries({ queryKey: query.queryKey });
  };
  return { isKnown: data !== undefined, followers, isFollowing, toggle };
}

function withFollower(known: ThreadColleagues, person: PersonView, on: boolean): ThreadColleagues {
  const others = known.followers.filter(({ id }) => id !== person.id);
  return { ...known, followers: on ? [...others, person] : others };
}
