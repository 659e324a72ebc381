import type { Preferences } from "@/lib/domain/preferences";
import type { Role } from "@/lib/domain/roles";
import type { ThreadRow } from "@/lib/domain/thread-view";

type Viewer = { id: string; role: Role; preferences: Preferences };

/** Whether somebody wants to be told of an answer: in their own threads and nobody's; who leads a team, in all. */
export function isToldOf({ id, role, preferences }: Viewer, { assignee }: Pick<ThreadRow, "assignee">): boolean {
  return preferences.notify && (assignee === null || assignee.id === id || role === "manager");
}

/** Shows an answer on the desktop. Of one thread there is one notification, the newest. */
export function showArrival({ id, name, subject, snippet }: ThreadRow, onPress: () => void): void {
  showOnDesktop({ title: name, body: [subject, snippet].filter(Boolean).join("\n"), tag: `thread-${id}` }, onPress);
}

/** The browser's permission is asked for in the settings, never here. */
export const isDesktopAllowed = (): boolean => "Notification" in window && Notification.permission === "granted";

/** Shows something on the desktop; of one `tag` there is one notification, however many pages show it. */
export function showOnDesktop(
  { title, body, tag }: { title: string; body: string; tag: string },
  onPress: () => void,
): void {
  try {
    const shown = new Notification(title, { body, tag, icon: "/icon.svg" });
    shown.addEventListener("click", () => {
      shown.close();
      window.focus();
      onPress();
    });
  } catch {
    // Some phones take notifications from service workers only.
  }
}

const NAME = "threadwell-focus";
const ANSWER_MS = 120;

/** Answers other tabs that ask whether somebody looks at the app. @returns how to stop */
export function answerForFocus(): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener("message", ({ data }) => {
    if (data === "who" && document.hasFocus()) channel.postMessage("me");
  });
  return () => channel.close();
}

/** Whether somebody looks at the app, in this tab or in another. */
export async function isAppFocused(): Promise<boolean> {
  if (document.hasFocus()) return true;
  const channel = new BroadcastChannel(NAME);
  const answer = await new Promise<boolean>((resolve) => {
    channel.addEventListener("message", ({ data }) => data === "me" && resolve(true));
    setTimeout(() => resolve(false), ANSWER_MS);
    channel.postMessage("who");
  });
  channel.close();
  return answer;
}
