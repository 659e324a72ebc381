import { MoreMessages } from "@/components/shell/more-messages";
import { ThreadPane, type ThreadPaneProps } from "./thread-pane";

/** The thread's pane with its texts, which come and stay in the browser's cache with its code rather than in each page. */
export const threadPaneWithTexts = (
  texts: Record<"thread" | "composer" | "follow-ups" | "notes" | "tasks", Record<string, unknown>>,
) => {
  const ThreadPaneWithTexts = (props: ThreadPaneProps) => (
    <MoreMessages messages={texts}>
      <ThreadPane {...props} />
    </MoreMessages>
  );
  return ThreadPaneWithTexts;
};
