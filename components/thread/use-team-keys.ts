import { Eye, EyeOff, ListTodo, NotebookPen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { useCommands } from "@/components/commands/use-commands";
import { useViewer } from "@/components/inbox/viewer";
import { askForm, useAskedForm } from "@/components/notes/asked-form";
import { useFollowing } from "@/components/notes/use-following";
import { roleMay } from "@/lib/domain/permissions";
import type { LeadShown } from "./use-lead-shown";

/** What the team does with an open thread beside mail: n notes something, Shift+T gives a task, Shift+W follows it. */
export function useTeamKeys(threadId: number, lead: LeadShown): void {
  const t = useTranslations("notes");
  const tasks = useTranslations("tasks");
  const { viewer } = useViewer();
  const { isFollowing, toggle } = useFollowing(threadId);
  const isEnabled = () => roleMay(viewer.role, "note.write");
  const command = { group: "thread", isEnabled } as const;
  useRoomForForms(threadId, lead);
  useCommands([
    { ...command, id: "thread.note", label: t("add"), icon: NotebookPen, run: () => askForm("note", threadId) },
    { ...command, id: "thread.task", label: tasks("add"), icon: ListTodo, run: () => askForm("task", threadId) },
    {
      ...command,
      id: "thread.watch",
      label: t(isFollowing ? "follow.end" : "follow.begin"),
      icon: isFollowing ? EyeOff : Eye,
      run: () => void toggle(),
    },
  ]);
}

/** Where the lead lies over the thread it makes way for a note; for a task, whose form stands there, it comes. */
function useRoomForForms(threadId: number, lead: LeadShown): void {
  const note = useAskedForm("note", threadId);
  const task = useAskedForm("task", threadId);
  const giveWay = useEffectEvent(() => {
    if (lead.hidesThread) lead.toggle();
  });
  const bringUp = useEffectEvent(() => {
    if (!lead.isShown) lead.toggle();
  });
  useEffect(() => {
    if (note > 0) giveWay();
  }, [note]);
  useEffect(() => {
    if (task > 0) bringUp();
  }, [task]);
}
