import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { useFollowing } from "./use-following";

/** Who is told of the lead's answers because they want to be, and the way in or out. */
export function Followers({ threadId }: { threadId: number }) {
  const t = useTranslations("notes.follow");
  const { viewer } = useViewer();
  const { isKnown, followers, isFollowing, toggle } = useFollowing(threadId);
  const { aria } = useCommandKeys("thread.watch");
  const names = followers.map(({ id, name }) => (id === viewer.id ? t("you") : name));
  return (
    <div className="flex items-center justify-between gap-2">
      <div className="min-w-0">
        <h3 className="text-12 text-text-2">{t("title")}</h3>
        <p className="text-12 [overflow-wrap:anywhere]">{names.length > 0 ? names.join(", ") : t("nobody")}</p>
      </div>
      <Button
        size="sm"
        aria-keyshortcuts={aria}
        disabled={!isKnown}
        icon={isFollowing ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        onClick={() => void toggle()}
      >
        {t(isFollowing ? "unfollow" : "follow")}
      </Button>
    </div>
  );
}
