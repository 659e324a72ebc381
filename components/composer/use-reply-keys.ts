import { Forward, Reply, ReplyAll } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommands } from "@/components/commands/use-commands";
import type { ReplyMode } from "./opening";

/** `r` replies, `a` replies to all and `f` forwards, wherever the focus is but in a field, a menu or a dialog. */
export function useReplyKeys(reply: (mode: ReplyMode) => void): void {
  const t = useTranslations("commands.reply");
  useCommands([
    {
      id: "reply.reply",
      group: "reply",
      label: t("reply"),
      icon: Reply,
      run: () => reply("reply"),
    },
    {
      id: "reply.replyAll",
      group: "reply",
      label: t("replyAll"),
      icon: ReplyAll,
      run: () => reply("reply_all"),
    },
    {
      id: "reply.forward",
      group: "reply",
      label: t("forward"),
      icon: Forward,
      run: () => reply("forward"),
    },
  ]);
}
