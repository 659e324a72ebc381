import { IconButton, type IconButtonProps } from "@/components/ui/icon-button";
import type { CommandId } from "./keymap";
import { useCommandKeys } from "./use-command-keys";

/** A quiet square button for what a command does too: its tooltip shows the command's keys. */
export function CommandIconButton({ id, ...props }: Omit<IconButtonProps, "id" | "shortcut"> & { id: CommandId }) {
  const { caps, aria } = useCommandKeys(id);
  return <IconButton {...props} {...(aria ? { shortcut: caps.join(" "), "aria-keyshortcuts": aria } : {})} />;
}
